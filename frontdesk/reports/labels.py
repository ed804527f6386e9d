"""What is printed on the forms, in the trade's own terms (domain §3, §5)."""

from __future__ import annotations

from frontdesk.texts import Text


class Common:
    """Head, foot and signatures of every sheet."""

    ADDRESS = Text("地址", "Address")
    SERVICE_PHONE = Text("服务电话", "Service")
    BOOKING_PHONE = Text("预约电话", "Booking")
    RESCUE_PHONE = Text("救援电话", "Rescue")
    NUMBER = Text("编号", "No.")
    COPY = Text("打印第 {copy} 份", "Print {copy}")
    PRINTED = Text("打印人 {by}　打印时间 {at}", "printed by {by} at {at}")
    PRINT_RECORD = Text("打印记录", "Print record")
    PAGE = Text("第 {page} 页 / 共 {pages} 页", "Page {page} of {pages}")
    CONTINUED = Text("（续）", " (cont.)")
    SIGNATURE = Text("签名", "Signature")
    DATE = Text("日期", "Date")
    YES = Text("是", "Yes")
    NO = Text("否", "No")
    NUMBER_COLUMN = Text("序号", "#")


class Facts:
    """The seven questions (5W2H)."""

    WHY = Text("为何", "Why")
    WHEN = Text("何时", "When")
    WHERE = Text("何地", "Where")
    WHO = Text("何人", "Who")
    WHAT = Text("何事", "What")
    HOW = Text("如何", "How")
    HOW_MUCH = Text("费用", "How much")


class Complaint:
    """顾客投诉登记表."""

    TITLE = Text("顾客投诉登记表", "Customer Complaint Registration Form")
    PLANNED = Text("计划", "Planned")
    ACTUAL = Text("实际", "Actual")
    HOLDER = Text("持有人", "Held by")
    STATE = Text("状态", "State")
    CLOCK = Text("{hours}小时时限", "{hours}-hour clock")
    STARTED = Text("开始", "Start")
    DUE = Text("截止", "Due")
    ENDED = Text("结束", "End")
    USED = Text("用时", "Used")
    WITH_PAUSES = Text("含暂停", "With pauses")
    IN_TIME = Text("按时", "In time")
    IN_TIME_LESS_PAUSES = Text("扣除暂停按时", "In time less pauses")
    LATE = Text("超时", "Late")
    PAUSE = Text("暂停计时", "Clock paused")
    PAUSED_STILL = Text("至今", "still paused")
    PAUSE_WORDS = Text("{reason}：{words}（{by}）", "{reason}: {words} ({by})")
    PAUSED_IN_ALL = Text("暂停合计", "Paused in all")
    HELD_NOW = Text("现持有人", "Held now by")
    NOBODY = Text("已归档", "Nobody: filed")
    ROUND = Text("处理轮次", "Round")
    ROUND_NUMBER = Text("第 {round} 轮", "Round {round}")
    NOT_TAKEN = Text("投诉不成立，不经此步骤。", "Not valid: this step is not taken.")
    STAND_IN = Text("{by}（代 {role}）", "{by} (for {role})")

    REGISTERED_AT = Text("受理时间", "Registered")
    TAKEN_BY = Text("受理人", "Taken by")
    CHANNEL = Text("投诉渠道", "Channel")
    LEVEL = Text("级别", "Level")
    COMPLAINANT = Text("投诉人", "Complainant")
    PHONE = Text("联系电话", "Phone")
    CUSTOMER = Text("客户", "Customer")
    CUSTOMER_NUMBER = Text("客户编号", "File no.")
    PLATE = Text("车牌号", "Plate")
    CAR = Text("车型", "Model")
    VIN = Text("车架号", "VIN")
    MILEAGE = Text("里程(km)", "Mileage, km")
    CATEGORY = Text("投诉类别", "Category")
    VISIT = Text("维修工单", "Visit")
    ABOUT = Text("涉及人员", "About")
    REPEAT = Text("重复投诉", "Repeat of")
    REPEATED_BY = Text("再次投诉", "Repeated by")
    WORDS = Text("投诉内容（客户原话）", "Complaint, in the customer's words")
    REMEDY = Text("客户要求", "Remedy asked for")

    TOLD_AT = Text("告知时间", "Told at")
    TOLD_BY = Text("告知人", "Told by")
    TOLD_HOW = Text("告知方式", "How")

    JUDGED_AT = Text("判断时间", "Judged")
    JUDGED_BY = Text("判断人", "By")
    SAFETY = Text("涉及安全", "Safety")
    VALID = Text("投诉成立", "Valid")
    DEPARTMENT = Text("责任部门", "Department")
    JUDGEMENT = Text("判断依据", "Grounds")
    EXPLAINED = Text("不成立时的解释说明", "If not valid: how explained")
    REACTION = Text("客户反应", "Customer's reaction")
    CONFIRMED_BY = Text("经理确认", "Confirmed by")

    OPINION = Text("处理意见", "Proposed handling")
    BY = Text("经办人", "By")
    AT = Text("时间", "At")
    DECISION = Text("审核意见", "Decision")
    APPROVED = Text("同意", "Approved")
    SENT_BACK = Text("退回", "Sent back")
    HANDLER = Text("处理人", "Handler")

    INVESTIGATION = Text("调查经过", "Investigation")
    CAUSE_DEPARTMENT = Text("原因（责任部门认定）", "Root cause, department")
    CAUSE_CS = Text("原因（客服认定）", "Root cause, customer service")
    DIRECT = Text("直接责任人", "Directly responsible")
    SECONDARY = Text("次要责任人", "Secondarily")
    PENALTIES = Text("处罚", "Penalties")
    RESPONSES = Text("处理方式", "Response")
    CORRECTIVE = Text("纠正措施", "Corrective action")
    PREVENTIVE = Text("预防措施", "Preventive action")
    COST = Text("费用(元)", "Cost, yuan")
    ACCEPTED = Text("客户接受", "Accepted")
    THROUGH = Text("部门经理", "Manager")
    RETURNED_AT = Text("返单时间", "Returned")

    FOLLOWED_UP_AT = Text("回访时间", "Followed up")
    FILED_AT = Text("归档时间", "Filed")
    SATISFACTION = Text("满意度", "Customer is")
    SCORE = Text("处理评分(1–10)", "Handling, 1–10")
    FOLLOW_UP = Text("回访内容", "What was said")
    FURTHER = Text("后续途径告知", "Further routes told")
    SIGN_OFF = Text("签批意见", "Remarks")
    EVALUATION = Text("评价", "Evaluation")
    LESSON = Text("经验教训", "Lesson")
    ATTACHMENTS = Text("附件数", "Attachments")
    NO_SHEET = Text("无签字单原因", "No signed sheet because")
    PENALTY_PART = Text("处罚记录", "Penalties")
    ACTION_PART = Text("整改措施", "Actions")
    YUAN = Text("{amount} 元", "{amount} yuan")
    DUE_BY = Text("{day} 前", "by {day}")
    ACTION_OPEN = Text("进行中", "Open")
    ACTION_DONE = Text("已完成", "Done")
    ACTION_GIVEN_UP = Text("已放弃", "Given up")
    HISTORY = Text("补充与更正", "Additions and corrections")

    SIGN = Text("签字栏", "Signatures")
    SIGN_SPECIALIST = Text("客服专员", "CS specialist")
    SIGN_CS_MANAGER = Text("客服经理", "CS manager")
    SIGN_DEPARTMENT = Text("部门经理", "Department manager")
    SIGN_GENERAL = Text("总经理", "General manager")


class Intake:
    """接车单."""

    TITLE = Text("接车单", "Vehicle Intake Sheet")
    CUSTOMER_PART = Text("客户与车辆", "Customer and car")
    CUSTOMER = Text("客户", "Customer")
    CUSTOMER_NUMBER = Text("客户编号", "File no.")
    PHONE = Text("联系电话", "Phone")
    BROUGHT_BY = Text("送修人", "Brought by")
    PLATE = Text("车牌号", "Plate")
    CAR = Text("车型", "Model")
    COLOUR = Text("颜色", "Colour")
    VIN = Text("车架号", "VIN")
    ARRIVAL_PART = Text("到店", "Arrival")
    ARRIVED = Text("到店时间", "Arrived")
    KIND = Text("来店方式", "Came")
    BOOKED = Text("预约", "Appointment")
    WALK_IN = Text("直接来店", "Walk-in")
    BOOKED_FOR = Text("预约时间", "Booked for")
    ADVISOR = Text("服务顾问", "Service advisor")
    MILEAGE = Text("里程(km)", "Mileage, km")
    LAST_MILEAGE = Text("上次里程(km)", "Last mileage, km")
    LAST_VISIT = Text("上次来店", "Last visit")
    FUEL = Text("油量", "Fuel")
    BELONGINGS = Text("车内物品", "Belongings left")
    DAMAGE = Text("外观损伤", "Damage seen")
    LAMPS = Text("点亮的故障灯", "Warning lamps lit")
    KNOWN = Text("（上次已有）", " (there last time)")
    OUTLINE = Text("环车检查（在图上标记损伤）", "Walk-around: mark damage")
    WORDS_PART = Text("客户陈述", "Customer's words")
    WORDS = Text("客户原话", "In the customer's own words")
    ADDED = Text("{at} 补记：{words}", "Added {at}: {words}")
    READING = Text("服务顾问初步判断", "The advisor's reading")
    WORK_PART = Text("维修项目", "Work items")
    KIND_COLUMN = Text("类别", "Kind")
    WHAT = Text("项目", "Work")
    LABOUR = Text("工时费", "Labour")
    PART = Text("配件", "Part")
    QUANTITY = Text("数量", "Qty")
    UNIT_PRICE = Text("单价", "Unit price")
    LINE_TOTAL = Text("小计(元)", "Total, yuan")
    ESTIMATE = Text("预估费用合计(元)", "Estimate in total, yuan")
    PROMISED = Text("承诺交车时间", "Promised for")
    BY_PAYER = Text("付款方", "Who pays")
    REPEAT = Text("返修（原单 {number}）", "Repeat repair of {number}")
    CHANGES_PART = Text("变更记录", "Changes")
    CHANGE_AT = Text("时间", "At")
    CHANGE_WHAT = Text("变更内容与原因", "What and why")
    CHANGE_ASKED = Text("征询（谁问谁，何种方式）", "Who asked whom, how")
    CHANGE_ANSWER = Text("客户答复", "Answer")
    CHANGE_AFTER = Text("变更后(元 / 交车)", "New total, yuan / time")
    AGREED = Text("同意", "Agreed")
    REFUSED = Text("不同意", "Refused")
    PHOTOS_PART = Text("环车照片", "Photos")
    PHOTO_OF = Text("损伤 {numbers}", "Mark {numbers}")
    PHOTO_UNSEEN = Text("照片无法显示", "This photo cannot be shown")
    PHOTOS_MORE = Text(
        "另有 {count} 张照片保存在系统中，未打印。",
        "{count} more kept with the visit and not printed.",
    )
    PHOTOS_UNSEEN = Text(
        "另有 {count} 张 HEIC 格式的照片保存在系统中，这种格式不能打印（JPEG、PNG、WebP 可以）。",
        "{count} more kept with the visit are HEIC photos, which cannot be printed (JPEG, PNG and "
        "WebP can).",
    )
    TERMS_PART = Text("约定", "Terms")
    CONFIRMED = Text(
        "以上内容已向本人复述，确认无误，同意按此维修。",
        "The above was read back to me, is right, and I agree to the work.",
    )
    SIGN_PART = Text("签字", "Signatures")
    SIGN_CUSTOMER = Text("客户", "Customer")
    SIGN_ADVISOR = Text("服务顾问", "Service advisor")


class Recovery:
    """数据恢复单."""

    TITLE = Text("数据恢复单", "Data Recovery Sheet")
    KEY = Text("恢复码", "Recovery code")
    SCAN = Text("扫码读取", "To scan")
    MADE = Text("生成时间", "Made at")
    MADE_BY = Text("生成人", "Made by")
    WARNING = Text(
        "谁持有恢复码，谁就能打开本店全部数据。请存入保险柜，不要拍照、复印或发送。",
        "Whoever holds this code can open all of the dealership's data. "
        "Keep it in the safe; do not photograph, copy or send it.",
    )
    PURPOSE_TITLE = Text("用途", "What it is for")
    PURPOSE = Text(
        "当所有人都忘记登录密码时，用恢复码打开数据并重新设置密码。没有密码也没有恢复码，数据将无法恢复。",
        "When nobody knows a password any more, this code opens the data so that new passwords can "
        "be set. Without a password and without this code the data cannot be recovered.",
    )
    USE_TITLE = Text("使用方法", "How to use it")
    USE = (
        Text(
            "登录时用恢复码代替密码，也可以在新电脑上打开备份。",
            "At sign-in use the code in place of a password; it opens a backup on a new PC, too.",
        ),
        Text(
            "按组输入恢复码，或用扫码枪扫描右上方二维码；不区分大小写，分隔符可省略。",
            "Type the code group by group, or scan the square. Capitals and dashes do not matter.",
        ),
        Text(
            "设置新密码，然后在“设置”中打印新的恢复单，并销毁本单。",
            "Set a new password, then print a new sheet from the settings and destroy this one.",
        ),
    )
    KEEPER = Text("保管人", "Kept by")
    PLACE = Text("存放位置", "Kept where")


class Daily:
    """日结单."""

    TITLE = Text("日结单", "Daily Sheet")
    DAY = Text("{day}　操作记录第 {first} 至 {last} 号", "{day}, audit entries {first} to {last}")
    NOTHING_DONE = Text("{day}　当日没有操作记录", "{day}, nothing was done on this day")
    PERSON = Text("人员", "Person")
    TOTAL = Text("合计", "Total")
    SEEN = Text("查看完整身份证号、电话", "Full ID numbers and telephones seen")
    CARRIED = Text("打印与导出", "Printed and exported")
    NOTABLE = Text(
        "登录被拒、账号、设置与数据文件",
        "Sign-ins refused, accounts, settings and the data file",
    )
    COUNTED = Text("{name}（{count}）", "{name} ({count})")
    NONE = Text("无", "None")
    MORE = Text("另有 {count} 条，见程序中的操作记录。", "{count} more, see the audit trail.")
    HEAD = Text("操作记录链末端", "Head of the audit trail")
    SEQUENCE = Text("末条序号", "Last entry")
    SEAL = Text("封印", "Seal")
    TAKEN_AT = Text("取自", "Taken at")
    PURPOSE = Text(
        "签字保存后，可据此核对：此前的记录此后若被改动、删除或增补，封印将不再相符。",
        "Signed and kept, it proves the entries up to here: if any is changed, deleted or added "
        "later, the seal no longer fits.",
    )
    PREPARED = Text("制表人", "Prepared by")
    MANAGER = Text("总经理", "General manager")
