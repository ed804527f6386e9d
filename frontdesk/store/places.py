"""Whether a data folder lies where an open store does not belong: on a share, in a sync folder.

A share can lose what was acknowledged and let two PCs write at once; a sync program uploads a file
while it is written and may bring an older copy back. Both are warned about, never refused: the
folder may be all there is.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any


class Kind(StrEnum):
    """What is wrong with a place."""

    SHARE = "share"
    SYNC = "sync"


@dataclass(frozen=True, slots=True)
class Doubt:
    """``name``: the sync program, or the kind of share (``SMB``, ``NFS`` …)."""

    kind: Kind
    name: str

    @property
    def share(self) -> bool:
        """Whether it is a network share."""
        return self.kind is Kind.SHARE


# File systems of a network, as Linux and macOS name them.
_SHARES = {
    "cifs": "SMB",
    "smb3": "SMB",
    "smbfs": "SMB",
    "smb2": "SMB",
    "nfs": "NFS",
    "nfs3": "NFS",
    "nfs4": "NFS",
    "afpfs": "AFP",
    "webdav": "WebDAV",
    "davfs": "WebDAV",
    "fuse.davfs": "WebDAV",
    "fuse.davfs2": "WebDAV",
    "fuse.sshfs": "SSHFS",
    "sshfs": "SSHFS",
    "fuse.rclone": "rclone",
    "fuse.gvfsd-fuse": "GVFS",
    "9p": "9P",
    "afs": "AFS",
    "ceph": "Ceph",
    "fuse.ceph": "Ceph",
    "fuse.glusterfs": "GlusterFS",
    "ncpfs": "NCP",
    "vboxsf": "VirtualBox",
    "fuse.vmhgfs-fuse": "VMware",
    "prl_fs": "Parallels",
}

ONEDRIVE, DROPBOX, NUTSTORE, ICLOUD = "OneDrive", "Dropbox", "坚果云 Nutstore", "iCloud"
GOOGLE, BAIDU, WEIYUN, SYNCTHING = "Google Drive", "百度网盘", "微云", "Syncthing"

# The folder itself ('=') or what its name begins with ('^'), in lower case.
_NAMES = (
    (ONEDRIVE, "=onedrive"),
    (ONEDRIVE, "^onedrive -"),
    (ONEDRIVE, "^onedrive-"),
    (DROPBOX, "=dropbox"),
    (DROPBOX, "^dropbox ("),
    (NUTSTORE, "=nutstore"),
    (NUTSTORE, "^nutstore files"),
    (NUTSTORE, "=坚果云"),
    (NUTSTORE, "^我的坚果云"),
    (ICLOUD, "=iclouddrive"),
    (ICLOUD, "=icloud drive"),
    (ICLOUD, "=com~apple~clouddocs"),
    (GOOGLE, "=google drive"),
    (GOOGLE, "=googledrive"),
    (GOOGLE, "^googledrive-"),
    (BAIDU, "=baidunetdisk"),
    (BAIDU, "=baidunetdiskworkspace"),
    (BAIDU, "=baiduyundownload"),
    (BAIDU, "=baidusyncdisk"),
    (BAIDU, "^百度网盘"),
    (BAIDU, "^百度云同步盘"),
    (WEIYUN, "=weiyun"),
    (WEIYUN, "^微云"),
    (WEIYUN, "=腾讯微云"),
)
# Where a sync program says on this PC that its folder lies.
_VARIABLES = {
    "OneDrive": ONEDRIVE,
    "OneDriveConsumer": ONEDRIVE,
    "OneDriveCommercial": ONEDRIVE,
}
# What a sync program leaves in the folder it keeps.
_MARKERS = {
    ".dropbox": DROPBOX,
    ".dropbox.cache": DROPBOX,
    ".nutstore": NUTSTORE,
    ".nutstore.db": NUTSTORE,
    ".849c9593-d756-4e56-8d6e-42412f2a707b": ONEDRIVE,
    ".tmp.drivedownload": GOOGLE,
    ".baidusyncdisk": BAIDU,
    ".stfolder": SYNCTHING,
}
_REMOTE_DRIVE = 4  # DRIVE_REMOTE of GetDriveTypeW


def doubt_about(root: Path) -> Doubt | None:
    """What speaks against keeping the data in ``root``; ``None`` where nothing does.

    Looks at names, at the environment and at the list of mounts; asks no network.
    """
    place = Path(os.path.abspath(root))  # noqa: PTH100 - resolve() would ask a share that is gone
    return (
        of_share(place, _mounts())
        or of_sync_name(place)
        or of_variables(place, os.environ)
        or of_markers(place)
    )


def of_share(
    place: PurePath,
    mounts: Iterable[tuple[str, str]],
    is_remote: Callable[[str], bool] | None = None,
) -> Doubt | None:
    """Whether ``place`` is on a share: by its UNC name, its drive, or its mount.

    Args:
        place: an absolute path.
        mounts: mount points with the kind of their file system.
        is_remote: whether a Windows drive such as ``Z:`` is a share; the system is asked if absent.
    """
    if isinstance(place, PureWindowsPath):
        drive = place.drive.casefold()
        unc = drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))
        if unc or drive.startswith("\\\\?\\unc\\") or (is_remote or _drive_is_remote)(place.drive):
            return Doubt(Kind.SHARE, "SMB")
        return None
    found = [
        (len(PurePosixPath(point).parts), kind)
        for point, kind in mounts
        if place.is_relative_to(point)
    ]
    # Of two mounts on one place the later one is what is seen.
    kind = max(reversed(found), key=lambda each: each[0], default=(0, ""))[1]
    return Doubt(Kind.SHARE, _SHARES[kind]) if kind in _SHARES else None


def of_sync_name(place: PurePath) -> Doubt | None:
    """Whether ``place`` is, or lies under, a folder named as those of a sync program."""
    for part in place.parts:
        name = part.casefold()
        for program, rule in _NAMES:
            wanted = rule[1:]
            if name == wanted if rule[0] == "=" else name.startswith(wanted):
                return Doubt(Kind.SYNC, program)
    return None


def of_variables(place: PurePath, environment: Mapping[str, str]) -> Doubt | None:
    """Whether ``place`` lies where the environment says a sync program keeps its folder."""
    for variable, program in _VARIABLES.items():
        told = environment.get(variable)
        if told and place.is_relative_to(type(place)(told)):
            return Doubt(Kind.SYNC, program)
    return None


def of_markers(place: Path) -> Doubt | None:
    """Whether ``place`` or a folder above holds what a sync program leaves in its own."""
    for folder in (place, *place.parents):
        for marker, program in _MARKERS.items():
            try:
                if (folder / marker).exists():
                    return Doubt(Kind.SYNC, program)
            except OSError:
                continue
    return None


def _mounts() -> list[tuple[str, str]]:
    """Mount points with the kind of their file system; none where the system does not list them."""
    try:
        lines = Path("/proc/mounts").read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    return [(_plain(parts[1]), parts[2]) for line in lines if len(parts := line.split(" ")) > 2]


def _plain(point: str) -> str:
    """A mount point as it is; the list writes blanks, tabs, line ends, backslashes in octal."""
    for code, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(code, letter)
    return point


def _drive_is_remote(drive: str) -> bool:
    import ctypes

    system: Any = getattr(ctypes, "windll", None)
    return system is not None and system.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
