"""What is printed on the complaint category statistics form, in both languages."""

from __future__ import annotations

from frontdesk.models.enums import Comparison
from frontdesk.texts import Text

TITLE = Text("顾客投诉分类统计表", "Complaint Category Statistics")
PERIOD = Text("统计期间：{first} 至 {last}　投诉总数 n = {n}", "{first} to {last}, n = {n}")
BLANK_PERIOD = Text(
    "统计期间：　　　　年　　月　　日 至 　　　　年　　月　　日",
    "Period: ____________ to ____________",
)
SCOPE = Text("仅{department}", "{department} only")
COMPARED = {
    Comparison.BEFORE: Text(
        "对比上期：{first} 至 {last}　n = {n}",
        "Compared with the period before: {first} to {last}, n = {n}",
    ),
    Comparison.YEAR: Text(
        "对比去年同期：{first} 至 {last}　n = {n}",
        "Compared with last year: {first} to {last}, n = {n}",
    ),
}
CATEGORY = Text("投诉类别", "Category")
DEPARTMENT = Text("责任部门", "Department")
PERSON = Text("责任人", "Person responsible")
CHANNEL = Text("投诉渠道", "Channel")
MONTH = Text("月份", "Month")
COUNT = Text("件数", "Count")
VALID = Text("成立", "Valid")
SHARE = Text("占比", "Share")
CUMULATIVE = Text("累计\n占比", "Cum.\nshare")
CLOSED = Text("已结案", "Closed")
IN_TIME = Text("{hours}h内\n结案", "Closed\n≤ {hours} h")
IN_TIME_GROSS = Text("{hours}h内\n含暂停", "≤ {hours} h\nincl. p.")
HOURS = Text("时长h\n平均\n中位", "Hours\nmean\nmedian")
GROSS_HOURS = Text("含暂停h\n平均\n中位", "Incl. p.\nmean\nmedian")
SATISFIED = Text("处理后\n满意", "Satis-\nfied")
SCORE = Text("处理\n评分", "Score")
REPEATED = Text("重复", "Re-\npeat")
COST = Text("费用\n(元)", "Cost,\nyuan")
TOTAL = Text("合计", "Total")
CHART = Text("投诉类别帕累托图", "Pareto chart of categories")
CHART_COUNT = Text("件数", "Count")
CHART_SHARE = Text("累计占比", "Cumul.")
NONE = Text("本期间无投诉记录。", "No complaints in this period.")
NOTE = Text(
    "n 为样本数：占比以投诉总数计；结案率与时长以已结案数计，均扣除暂停时间，“含暂停”为不扣除；"
    "满意率以已回访数计；处理评分 1–10，以已评分数计。",
    "n is the number counted: closing rates and hours are of closed complaints, without the time "
    "in which the clock was paused ('incl. p.': with it); satisfaction is of customers followed "
    "up; the handling is scored 1–10 by those asked.",
)
NOTE_COMPARED = Text(
    "各格末行为增减（占比以百分点计），括号内为对比期的样本数 n。",
    "The last line of each cell is the change, of shares in percentage points; in brackets what "
    "was counted (n) in the period compared with.",
)
MEASURES = Text("改进措施", "Improvement measures")
PREPARED = Text("编制", "Prepared by")
APPROVED = Text("批准", "Approved by")
AS_APPROVED = Text("按 {at} {by} 批准存档", "As approved on {at} by {by}")
