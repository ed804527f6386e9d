"""Where a data folder should not lie: on a share, in the folder of a sync program."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from frontdesk.store import places
from frontdesk.store.places import Doubt, Kind

MOUNTS = [
    ("/", "ext4"),
    ("/mnt/nas", "cifs"),
    ("/mnt/nas/local", "ext4"),
    ("/srv/share", "nfs4"),
    ("/home/desk/remote", "fuse.sshfs"),
    ("/proc", "proc"),
]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("/mnt/nas", "SMB"),
        ("/mnt/nas/4s/frontdesk", "SMB"),
        ("/srv/share/data", "NFS"),
        ("/home/desk/remote/x", "SSHFS"),
    ],
)
def test_a_mounted_share_is_told_by_its_kind(place: str, name: str) -> None:
    assert places.of_share(PurePosixPath(place), MOUNTS) == Doubt(Kind.SHARE, name)


@pytest.mark.parametrize("place", ["/home/desk", "/mnt/nas/local/data", "/mnt/nasty", "/srv"])
def test_a_disk_of_this_pc_is_fine(place: str) -> None:
    assert places.of_share(PurePosixPath(place), MOUNTS) is None


def test_of_two_mounts_on_one_place_the_later_is_seen() -> None:
    place = PurePosixPath("/data/desk")
    assert places.of_share(place, [("/data", "ext4"), ("/data", "nfs")]) == Doubt(Kind.SHARE, "NFS")
    assert places.of_share(place, [("/data", "nfs"), ("/data", "xfs")]) is None


@pytest.mark.parametrize(
    ("place", "remote"),
    [
        (r"\\server\4s\frontdesk", False),
        (r"\\?\UNC\server\4s", False),
        (r"\\10.0.0.3\公共", False),
        (r"Z:\frontdesk", True),
    ],
)
def test_a_windows_share_is_told_by_name_or_drive(place: str, remote: bool) -> None:
    found = places.of_share(PureWindowsPath(place), [], lambda drive: remote)
    assert found == Doubt(Kind.SHARE, "SMB")


@pytest.mark.parametrize("place", [r"C:\Users\desk", r"\\?\C:\Frontdesk", "D:\\"])
def test_a_windows_disk_is_fine(place: str) -> None:
    assert places.of_share(PureWindowsPath(place), [], lambda drive: False) is None


@pytest.mark.parametrize(
    ("place", "program"),
    [
        (PureWindowsPath(r"C:\Users\desk\OneDrive\Frontdesk"), places.ONEDRIVE),
        (PureWindowsPath(r"C:\Users\desk\OneDrive - 远航汽车\数据"), places.ONEDRIVE),
        (PureWindowsPath(r"D:\Dropbox (Yuanhang)\desk"), places.DROPBOX),
        (PurePosixPath("/home/desk/Dropbox/desk"), places.DROPBOX),
        (PureWindowsPath(r"C:\Users\desk\Nutstore\1\我的坚果云"), places.NUTSTORE),
        (PurePosixPath("/home/desk/Nutstore Files/desk"), places.NUTSTORE),
        (
            PurePosixPath("/Users/desk/Library/Mobile Documents/com~apple~CloudDocs/x"),
            places.ICLOUD,
        ),
        (PureWindowsPath(r"C:\Users\desk\iCloudDrive\x"), places.ICLOUD),
        (
            PurePosixPath("/Users/desk/Library/CloudStorage/GoogleDrive-desk@example.com/x"),
            places.GOOGLE,
        ),
        (PureWindowsPath(r"D:\BaiduSyncdisk\desk"), places.BAIDU),
        (PureWindowsPath(r"D:\百度网盘同步\desk"), places.BAIDU),
        (PureWindowsPath(r"D:\微云同步助手\desk"), places.WEIYUN),
    ],
)
def test_a_sync_folder_is_told_by_its_name(place: PurePath, program: str) -> None:
    assert places.of_sync_name(place) == Doubt(Kind.SYNC, program)


@pytest.mark.parametrize("place", ["/home/dropboxer/desk", "/home/desk/onedrivers", "/srv/坚果"])
def test_a_name_that_only_resembles_is_fine(place: str) -> None:
    assert places.of_sync_name(PurePosixPath(place)) is None


def test_a_sync_folder_is_told_by_the_environment() -> None:
    told = {"OneDriveCommercial": r"D:\Firma"}
    assert places.of_variables(PureWindowsPath(r"D:\Firma\desk"), told) == Doubt(
        Kind.SYNC, places.ONEDRIVE
    )
    assert places.of_variables(PureWindowsPath(r"D:\Other"), told) is None
    assert places.of_variables(PureWindowsPath(r"D:\Other"), {"OneDrive": ""}) is None


def test_a_sync_folder_is_told_by_what_its_program_left(tmp_path: Path) -> None:
    place = tmp_path / "mine" / "desk"
    place.mkdir(parents=True)
    assert places.doubt_about(place) is None
    (tmp_path / "mine" / ".dropbox").write_bytes(b"")
    assert places.doubt_about(place) == Doubt(Kind.SYNC, places.DROPBOX)


def test_blanks_in_mount_points_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert places._plain("/mnt/front\\040desk\\134x") == "/mnt/front desk\\x"
    assert all(len(each) == 2 for each in places._mounts())
