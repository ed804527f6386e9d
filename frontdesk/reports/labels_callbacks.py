"""What is printed on the forms of callbacks."""

from __future__ import annotations

from frontdesk.texts import Text


class Record:
    """回访记录表."""

    TITLE = Text("回访记录表", "Callback Record Form")
    BLANK = Text("回访记录表（{kind}）", "Callback Record Form ({kind})")
    CALL = Text("回访", "Call")
    CUSTOMER = Text("客户", "Customer")
    NAME = Text("姓名", "Name")
    FILE = Text("档案号", "File")
    PHONE = Text("电话", "Telephone")
    PLATE = Text("车牌", "Plate")
    MODEL = Text("车型", "Model")
    VISIT = Text("维修单号", "Visit")
    SERVED_ON = Text("交车日期", "Handed over")
    SERVED_BY = Text("服务顾问/销售顾问", "Served by")
    WORK = Text("作业内容", "Work done")
    KIND = Text("回访类型", "Kind")
    STATUS = Text("状态", "State")
    WINDOW = Text("回访期限", "Due")
    ASSIGNED = Text("负责人", "Assigned to")
    CLOSED = Text("完成时间", "Closed")
    IN_TIME = Text("按时", "in time")
    LATE = Text("超期", "late")
    ATTEMPTS = Text("拨打记录", "Attempts")
    AT = Text("时间", "At")
    CALLER = Text("回访人", "Caller")
    OUTCOME = Text("结果", "Outcome")
    LENGTH = Text("通话时长", "Length")
    NOTE = Text("备注", "Note")
    ENTERED = Text("纸单补录 {at}", "entered from paper {at}")
    REASON = Text("时段外原因：{reason}", "Outside the hours: {reason}")
    QUESTIONS = Text("问答", "Answers")
    NO_ANSWERS = Text("没有问答记录。", "No answers were recorded.")
    RESULT = Text("结果", "Result")
    SATISFACTION = Text("满意度", "Satisfaction")
    SCORE = Text("得分", "Score")
    COMPLAINT = Text("投诉单号", "Complaint")
    SUGGESTION = Text("客户建议", "Suggestions")
    SECONDS = Text("{minutes}分{seconds:02}秒", "{minutes} min {seconds:02} s")
    MINUTES = Text("通话时长(分钟)", "Length, minutes")
    AGREED = Text("约定时间", "Time agreed")
    SIGN = (Text("回访人", "Caller"), Text("客服经理", "CS manager"))


class Day:
    """回访记录表 of a day."""

    OF_DAY = Text(
        "{day}　拨打 n = {n}，接通成功 {reached}", "{day}, attempts n = {n}, {reached} reached"
    )
    OF_ONE = Text(
        "{day}　{who}　拨打 n = {n}，接通成功 {reached}", "{day}, {who}: n = {n}, {reached} reached"
    )
    NUMBER = Text("编号与时间", "Number, time")
    CUSTOMER = Text("客户与车牌", "Customer, plate")
    KIND = Text("回访类型", "Kind")
    CALLER = Text("回访人", "Caller")
    OUTCOME = Text("结果", "Outcome")
    RATED = Text("满意度/得分", "Rated")
    WORDS = Text("客户建议与备注", "Suggestions, notes")
    PAPER = Text("纸单补录", "from paper")
    POINTS = Text("{score} 分", "{score}")
    NONE = Text("当天没有拨打记录。", "No call was made on this day.")


class Sheet:
    """The sheet to call from when the program cannot be used."""

    TITLE = Text("回访拨打单", "Call Sheet")
    OF = Text(
        "{day}　{who}　n = {n}　拨打时段 {hours}", "{day}, {who}, n = {n}, call hours {hours}"
    )
    NOBODY = Text("未分配", "not assigned")
    HOW = Text(
        "停电时按此单拨打：划掉不需要的，写明时间；恢复后在“回访 › 纸单”中补录，并销毁本单。",
        "For a power cut: call from this sheet and note each time; enter it afterwards under "
        "Callbacks › On paper, then destroy the sheet.",
    )
    CALL = Text("回访", "Call")
    CUSTOMER = Text("客户与电话", "Customer, telephone")
    ABOUT = Text("车辆与事由", "Car and occasion")
    RESULT = Text("结果（勾选）", "Result (tick)")
    NOTE = Text("客户原话与备注", "In their words, note")
    UNTIL = Text("至 {day}", "until {day}")
    OVERDUE = Text("已逾期 {day}", "overdue {day}")
    AGREED = Text("约定 {at}", "agreed {at}")
    TRIED = Text("已拨 {n} 次", "tried {n}×")
    HOURS = Text("方便时间 {hours}", "best at {hours}")
    AT = Text("时间", "At")
    MINUTES = Text("分钟", "min")
    SCORE = Text("打分", "Mark")
    LEFT_OUT = Text("另有 {n} 条较不紧急的未列出。", "{n} less urgent ones are left out.")
    NONE = Text("这一天没有要打的回访。", "No call is to be made on this day.")


class Summary:
    """回访总结报告."""

    TITLE = Text("回访总结报告", "Callback Summary Report")
    PERIOD = Text(
        "统计期间：{first} 至 {last}　应回访 n = {due}　期内完成 n = {told}",
        "{first} to {last}, due n = {due}, finished n = {told}",
    )
    SCOPE = Text("仅{department}", "{department} only")
    KIND = Text("回访类型", "Kind of call")
    CALLER = Text("回访人", "Caller")
    SERVED = Text("服务顾问/销售顾问", "Advisor, consultant")
    MONTH = Text("月份", "Month")
    DUE = Text("应回访", "Due")
    DONE = Text("已完成", "Done")
    IN_TIME = Text("按时\n完成", "In time")
    REACHED = Text("已接通", "Reached")
    TOLD = Text("期内\n完成", "Finished")
    SATISFIED = Text("满意", "Satisfied")
    AVERAGE = Text("一般", "Average")
    DISSATISFIED = Text("不满意", "Dis-\nsatisfied")
    SCORE = Text("平均\n得分", "Score")
    TOTAL = Text("合计", "Total")
    NONE = Text("本期间没有回访。", "No callbacks in this period.")
    RATED = Text("客户满意度（各类回访）", "How satisfied customers are, by kind of call")
    ANSWERS = Text("{kind}：问答统计", "{kind}: answers")
    IN_WORDS = Text("以文字作答", "answered in words")
    MEAN = Text("平均 {mean}", "mean {mean}")
    ASPECTS = Text("反映的问题", "What was wrong")
    TIMES = Text("次数", "Count")
    SHARE = Text("累计占比", "Cumul.")
    SAID = Text("客户原话（{n}）", "In the customers' words ({n})")
    MORE = Text("另有 {n} 条，见 Excel 表。", "{n} more are in the Excel sheet.")
    CALL = Text("回访", "Call")
    CUSTOMER = Text("客户", "Customer")
    RATING = Text("满意度", "Satisfaction")
    WORDS = Text("原话", "Words")
    FLAGS = Text("评分异常（须核查，不作结论）", "Patterns to be looked at (no verdict)")
    CONCLUSIONS = Text("结论与改进", "Conclusions")
    NOTE = Text(
        "n 为样本数。应回访：期限最后一天在本期间内的回访；完成、按时、接通以应回访数计，"
        "计在期限内负责该回访的人名下。按时：在期限内完成，或在期限内与客户另约、并于约定日完成。"
        "满意度、得分和问答：以期内完成的回访计，满意度占比以已表态客户数计，"
        "得分 0–100，以已评分数计。",
        "n is the number counted. Due: calls whose last day lies in the period; done, in time and "
        "reached are shares of these, and count for who had the call in its days. In time: done by "
        "the last day, or on a later day agreed with the customer before it. Satisfaction, scores "
        "and answers are of the calls finished in the period: satisfaction of the customers who "
        "said, scores (0–100) of the scored ones.",
    )


class Incentives:
    """The list of incentives."""

    TITLE = Text("回访满意度奖惩清单", "Callback Incentives")
    PERIOD = Text("{first} 至 {last}", "{first} to {last}")
    NAME = Text("姓名", "Name")
    ROLE = Text("岗位", "Role")
    N = Text("评分数 n", "Scored, n")
    SCORE = Text("得分", "Score")
    AMOUNT = Text("奖惩(元)", "Amount, yuan")
    WAGE = Text("按工资比例", "Of the wage")
    REMARK = Text("说明", "Remark")
    SUM = Text("合计", "Total")
    NO_SCORE = Text("当月无评分", "No score this month")
    ABOVE = Text("高于 {above} 分", "above {above}")
    BELOW = Text("低于 {below} 分", "below {below}")
    ZERO = Text("零分", "zero")
    NONE = Text("没有相关人员。", "Nobody is concerned.")
    NOTE = Text(
        "得分为当月完成的交车回访平均分（0–100）：销售顾问按其客户计，客服专员按其所打回访计，经理按全部计。"
        "金额与分数线以编制时的设置为准，须经总经理批准后执行。",
        "The score is the mean (0–100) of the new-car calls finished in the month: of a "
        "consultant's customers, of a specialist's calls, of all for managers. Amounts and limits "
        "are the settings in force when prepared; nothing is paid before the approval.",
    )
