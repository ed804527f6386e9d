"""Why a file is not kept as evidence, and what else the keeping of evidence says."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "evidence.unreadable": Text(
        "文件读不出来（{reason}）。请确认文件还在、可以打开，再添加一次。",
        "The file cannot be read ({reason}). Check that it is still there and add it again.",
    ),
    "evidence.not_a_file": Text(
        "这不是文件。请打开文件夹，选择里面的文件。",
        "This is not a file. Open the folder and choose the files in it.",
    ),
    "evidence.empty": Text(
        "文件是空的，没有内容可存。", "The file is empty; there is nothing to keep."
    ),
    "evidence.too_big": Text(
        "文件有 {size} MB，单个文件最多 {most} MB。请压缩或截取需要的部分。",
        "The file has {size} MB; one file may have {most} MB. Shorten or reduce it.",
    ),
    "evidence.too_much": Text(
        "加上它，这张单的证据会超过 {most} MB（还剩 {left} MB）。",
        "With it the evidence of this record would exceed {most} MB ({left} MB are left).",
    ),
    "evidence.too_many_pixels": Text(
        "图片超过 {most} 百万像素，不予解码。请改用较小的图片。",
        "The picture has more than {most} megapixels and is not decoded. Use a smaller one.",
    ),
    "evidence.type": Text(
        "不是可存的证据类型。可存：照片（JPEG、PNG、WebP、HEIC）、PDF、录音（MP3、M4A、WAV、AMR、OGG）。",
        "This is no kind of file that is kept. Kept are pictures (JPEG, PNG, WebP, HEIC), PDF and "
        "recordings (MP3, M4A, WAV, AMR, OGG).",
    ),
    "evidence.type_office": Text(
        "Office 文件和压缩包不存。请另存为 PDF 后再添加。",
        "Office files and archives are not kept. Save it as PDF and add that.",
    ),
    "evidence.type_film": Text(
        "视频不存。请截取画面存为图片，或只存录音。",
        "Films are not kept. Add a still picture of it, or the sound alone.",
    ),
    "evidence.there_already": Text(
        "这个文件已经在这张单里（{name}），不重复存。",
        "This file is already with the record ({name}); it is not kept twice.",
    ),
    "evidence.changed": Text(
        "读取时文件被改动了。请等它写完后再添加。",
        "The file changed while it was read. Add it again once it is finished.",
    ),
    "evidence.name_missing": Text("请写文件名。", "Please give the file a name."),
    "evidence.not_found": Text("找不到这份证据。", "This piece of evidence is not there."),
    "evidence.record_not_found": Text("找不到这张单。", "This record is not there."),
    "evidence.why_missing": Text("请写明撤下的原因。", "Please say why it is withdrawn."),
    "evidence.withdrawn_already": Text(
        "这份证据已经撤下了。", "This piece of evidence is withdrawn already."
    ),
    "evidence.not_yours": Text(
        "只有添加人或经理可以撤下。", "Only who added it, or a manager, may withdraw it."
    ),
    "evidence.agreed_to": Text(
        "客户已经确认这张单，照片只能由经理撤下。",
        "The customer has agreed to this visit: only a manager may withdraw its photos now.",
    ),
    "evidence.no_view": Text(
        "这个文件无法在程序里显示（可能已损坏），但已原样保存，可以导出。",
        "This file cannot be shown here (it may be damaged). It is kept as it was and can be "
        "exported.",
    ),
    "evidence.kept_unseen": Text(
        "已原样保存，但 HEIC 照片（iPhone 的“高效”格式）不能显示，也不能打印；JPEG、PNG、WebP "
        "可以。请在 iPhone 的“设置 › 相机 › 格式”里选“兼容性最佳”后重拍，或转成 JPEG 再添加。",
        "Kept as it was, but a HEIC photo ('High Efficiency' on an iPhone) can be neither shown "
        "nor printed; JPEG, PNG and WebP can. Choose Settings › Camera › Formats › Most Compatible "
        "on the iPhone and take it again, or add it as a JPEG.",
    ),
    "evidence.damaged": Text(
        "“{name}”的内容与添加时不一致，不予打开。请从备份中恢复。",
        "The content of '{name}' is not what was added. It is not opened; restore a backup.",
    ),
    "evidence.not_written": Text(
        "无法写入文件（{reason}）。请换一个位置。",
        "The file could not be written ({reason}). Choose another place.",
    ),
}
