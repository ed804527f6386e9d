"""What each act in the audit trail is called, and what its details say."""

from __future__ import annotations

from frontdesk.texts.text import Text

SENTENCES: dict[str, Text] = {
    "audit.too_many": Text(
        "符合条件的记录超过 {most} 条，无法一次导出。请缩短时间段或增加筛选条件。",
        "More than {most} entries match; they cannot be exported at once. Choose a shorter period "
        "or narrow the filter.",
    ),
    "audit.period_reversed": Text(
        "结束日期早于开始日期，请改正。",
        "The last day is before the first. Please correct one of them.",
    ),
    "audit.cancelled": Text("已停止核验。", "The check was stopped."),
}

ACTS: dict[str, Text] = {
    "account.change": Text("修改了账号", "Changed an account"),
    "account.change_password": Text("修改了自己的密码", "Changed their own password"),
    "account.create": Text("新建了账号", "Opened an account"),
    "account.new_recovery_sheet": Text("生成了新的恢复单", "Made a new recovery sheet"),
    "account.print_recovery_sheet": Text("打印了恢复单", "Printed the recovery sheet"),
    "account.recover": Text("用恢复单重设了密码", "Set a new password by the recovery sheet"),
    "account.refused": Text("登录被拒绝", "Sign-in was refused"),
    "account.reset_password": Text("重设了他人密码", "Reset someone's password"),
    "account.sign_in": Text("登录", "Signed in"),
    "form.export": Text("将单据存为文件", "Saved a form to a file"),
    "audit.export": Text("导出了操作记录", "Exported the audit trail"),
    "audit.print": Text("打印了日结单", "Printed the daily sheet"),
    "audit.verify": Text("核验了操作记录", "Verified the audit trail"),
    "audit.view": Text("查看了操作记录", "Looked into the audit trail"),
    "backup.aside_delete": Text("删除了搁置的旧文件", "Deleted what was set aside"),
    "backup.copy": Text("把备份复制到第二处", "Copied a backup to the second place"),
    "backup.make": Text("做了备份", "Made a backup"),
    "backup.prove": Text("核验了备份", "Proved a backup"),
    "callback.assign": Text("分配了回访", "Assigned a callback"),
    "callback.attempt": Text("拨打了回访电话", "Tried a callback"),
    "callback.drop": Text("取消了回访", "Dropped a callback"),
    "callback.due": Text("生成了回访任务", "A callback fell due"),
    "callback.finish": Text("完成了回访", "Finished a callback"),
    "callback.from_paper": Text("补录了纸上的回访", "Entered a call from paper"),
    "callback.park": Text("暂停了回访", "Put a callback aside"),
    "callback.share": Text("把回访分给了同事", "Shared out a callback"),
    "callback.start": Text("开始了回访", "Began a callback"),
    "category.add": Text("新增了投诉类别", "Added a complaint category"),
    "category.order": Text("调整了投诉类别的顺序", "Put complaint categories into another order"),
    "category.remove": Text("删除了未用过的投诉类别", "Removed a complaint category never used"),
    "category.rename": Text("修改了投诉类别的名称", "Renamed a complaint category"),
    "category.restore": Text("恢复了投诉类别", "Brought a complaint category back"),
    "category.retire": Text("停用了投诉类别", "Retired a complaint category"),
    "clock.backward": Text("电脑时钟被调回", "The PC's clock was set back"),
    "complaint.action_changed": Text("更改了改进措施", "Changed an action after a complaint"),
    "complaint.action_done": Text("完成了改进措施", "Did an action after a complaint"),
    "complaint.action_given_up": Text("放弃了改进措施", "Gave up an action after a complaint"),
    "complaint.action_set": Text("制定了改进措施", "Set an action after a complaint"),
    "complaint.acknowledged": Text("告知客户已受理", "Told the customer it is handled"),
    "complaint.added": Text("补充了投诉内容", "Added to a complaint"),
    "complaint.approved": Text("审核通过了处理意见", "Approved a handling opinion"),
    "complaint.dispatched": Text("派单", "Dispatched a complaint"),
    "complaint.filed": Text("归档了投诉", "Filed a complaint"),
    "complaint.followed_up": Text("回访了投诉客户", "Followed a complaint up"),
    "complaint.judged": Text("判断了投诉", "Judged a complaint"),
    "complaint.opinion": Text("写了处理意见", "Wrote a handling opinion"),
    "complaint.paused": Text("暂停了计时", "Paused the clock of a complaint"),
    "complaint.penalty_set": Text("登记了处罚", "Recorded a penalty"),
    "complaint.penalty_withdrawn": Text("撤销了处罚", "Withdrew a penalty"),
    "complaint.print": Text("打印了顾客投诉登记表", "Printed a complaint registration form"),
    "complaint.proof": Text("导出了投诉证据包", "Exported the proof pack of a complaint"),
    "complaint.register": Text("受理了投诉", "Registered a complaint"),
    "complaint.registered": Text("受理了投诉", "Registered a complaint"),
    "complaint.resumed": Text("恢复了计时", "Let the clock of a complaint run again"),
    "complaint.review_print": Text(
        "打印了投诉月度评审表", "Printed the monthly complaint review list"
    ),
    "complaint.returned": Text("返单", "Returned a complaint"),
    "complaint.sent_back": Text("退回了处理意见", "Sent a handling opinion back"),
    "complaint.signed_off": Text("签字", "Signed a complaint off"),
    "customer.create": Text("新建了客户档案", "Opened a customer file"),
    "customer.do_not_call": Text("设为请勿致电", "Set do-not-call"),
    "customer.import": Text("导入了客户档案", "Imported a customer file"),
    "customer.note": Text("写了客户备注", "Wrote a note on a customer"),
    "customer.reveal_identity": Text("查看了完整身份证号", "Saw the full ID number"),
    "customer.reveal_phones": Text("查看了完整电话", "Saw the full telephone numbers"),
    "customer.update": Text("修改了客户档案", "Changed a customer file"),
    "deliveries.import": Text("导入了交车表", "Imported a delivery sheet"),
    "evidence.add": Text("添加了证据", "Added evidence"),
    "evidence.export": Text("导出了证据文件", "Exported a file of evidence"),
    "evidence.mark": Text("改了证据类别", "Changed what a file of evidence is"),
    "evidence.view": Text("查看了证据", "Looked at evidence"),
    "evidence.withdraw": Text("撤下了证据", "Withdrew evidence"),
    "phone.reveal": Text("为回访查看了电话", "Saw a telephone number for a callback"),
    "incoming.note": Text("将来电记入客户档案", "Kept an incoming call in the file"),
    "incoming.register": Text("由来电受理了投诉", "Registered a complaint from an incoming call"),
    "phone.wrong": Text("标记为错号", "Marked a number as wrong"),
    "script.keep": Text("保存了话术版本", "Kept a version of a script"),
    "setting.change": Text("修改了设置", "Changed a setting"),
    "statistics.approve": Text(
        "批准了顾客投诉分类统计表", "Approved a complaint category statistics form"
    ),
    "statistics.export": Text("导出了投诉统计", "Exported the complaint statistics"),
    "statistics.measures": Text("填写了改进措施", "Wrote improvement measures"),
    "statistics.print": Text(
        "打印了顾客投诉分类统计表", "Printed the complaint category statistics form"
    ),
    "statistics.prepare": Text(
        "编制了顾客投诉分类统计表", "Prepared a complaint category statistics form"
    ),
    "statistics.reprint": Text(
        "重印了顾客投诉分类统计表", "Reprinted a complaint category statistics form"
    ),
    "store.restore": Text("恢复了备份", "A backup was put back"),
    "vehicle.create": Text("新建了车辆", "Opened a vehicle"),
    "vehicle.import": Text("导入了车辆", "Imported a vehicle"),
    "vehicle.take_over": Text("车辆过户", "Moved a vehicle to a new owner"),
    "vehicle.update": Text("修改了车辆", "Changed a vehicle"),
    "visit.agree": Text("客户已确认报价", "The customer agreed to the estimate"),
    "visit.book": Text("登记了预约", "Booked an appointment"),
    "visit.change": Text("修改了维修项目", "Changed the work of a visit"),
    "visit.decline": Text("报单未修", "The work was declined"),
    "visit.estimate": Text("已报价", "Gave an estimate"),
    "visit.hand_over": Text("交车", "Handed a car over"),
    "visit.intake": Text("接待登记", "Received a car"),
    "visit.no_show": Text("记为失约", "Marked a no-show"),
    "visit.print": Text("打印了接待单", "Printed an intake sheet"),
    "visit.ready": Text("完工", "Marked a car as ready"),
    "visit.start_work": Text("开始维修", "Began the work"),
}
"""By action code; ``tests/services/audit`` holds that each code in use is here."""

SUBJECTS: dict[str, Text] = {
    "backup": Text("备份", "Backup"),
    "callback": Text("回访", "Callback"),
    "category": Text("投诉类别", "Complaint category"),
    "complaint": Text("投诉", "Complaint"),
    "customer": Text("客户", "Customer"),
    "form": Text("单据", "Form"),
    "import_batch": Text("导入", "Import"),
    "review": Text("月度评审", "Monthly review"),
    "script": Text("话术", "Script"),
    "setting": Text("设置", "Setting"),
    "staff": Text("账号", "Account"),
    "statistics": Text("统计", "Statistics"),
    "store": Text("数据文件", "Data file"),
    "trail": Text("操作记录", "Audit trail"),
    "vehicle": Text("车辆", "Vehicle"),
    "visit": Text("维修单", "Visit"),
}
"""By the kind of record an entry is about."""

DETAILS: dict[str, Text] = {
    "script": Text("话术", "Script"),
    "after": Text("改后", "After"),
    "amount": Text("金额", "Amount"),
    "before": Text("改前", "Before"),
    "callback": Text("回访", "Callback"),
    "copy": Text("份数", "Copy"),
    "count": Text("条数", "Entries"),
    "customer": Text("客户", "Customer"),
    "due": Text("期限", "Due"),
    "faults": Text("问题数", "Faults"),
    "file": Text("文件", "File"),
    "from": Text("从", "From"),
    "first": Text("自", "From"),
    "kind": Text("类别", "Kind"),
    "language": Text("语言", "Language"),
    "last": Text("至", "To"),
    "login": Text("账号", "Account"),
    "number": Text("编号", "Number"),
    "numbers": Text("仅查看号码", "Only numbers seen"),
    "outcome": Text("结果", "Outcome"),
    "owner": Text("负责人", "Owner"),
    "part": Text("责任", "Part"),
    "person": Text("人员", "Person"),
    "reason": Text("原因", "Reason"),
    "roles": Text("角色", "Roles"),
    "stand_in": Text("代办", "Stands in"),
    "sha256": Text("SHA-256", "SHA-256"),
    "size": Text("字节数", "Bytes"),
    "status": Text("状态", "Status"),
    "text": Text("包含", "Holds"),
    "times": Text("时间", "Times"),
    "to": Text("到", "To"),
    "total": Text("合计", "Total"),
    "wanted": Text("筛选", "Filter"),
    "temporary": Text("临时密码", "Temporary password"),
}
"""Details that have a name of their own; the others are shown as they are kept."""

YES_NO: dict[str, Text] = {"True": Text("是", "yes"), "False": Text("否", "no")}
"""How a truth value of a detail is said."""

SHEET: dict[str, Text] = {
    "title": Text("操作记录", "Audit trail"),
    "sequence": Text("序号", "No."),
    "at": Text("时间", "Time"),
    "person": Text("人员", "Person"),
    "kind": Text("类别", "Kind"),
    "act": Text("操作", "Act"),
    "subject": Text("对象", "About"),
    "detail": Text("内容", "Details"),
    "program": Text("程序", "The program"),
}
"""Headings of the exported sheet."""


def act(code: str) -> Text:
    """What the act ``code`` is called; one this program does not know is shown as it is kept."""
    return ACTS.get(code) or Text(code, code)
