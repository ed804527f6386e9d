"""What the parts of a script are called where one is edited, by the keys scripts keep."""

from __future__ import annotations

from frontdesk.texts.text import Text

FIELD_NAMES: dict[str, Text] = {
    "salutation": Text("客户称呼", "how the customer is addressed"),
    "customer_name": Text("客户姓名", "customer's name"),
    "dealership": Text("店名", "dealership"),
    "caller": Text("来电人", "who calls"),
    "advisor": Text("服务顾问", "service advisor"),
    "consultant": Text("销售顾问", "sales consultant"),
    "visit_date": Text("来店日期", "day of the visit"),
    "delivery_date": Text("提车日期", "day of delivery"),
    "promised_time": Text("承诺完工时间", "time promised"),
    "plate": Text("车牌号", "plate"),
    "model": Text("车型", "model"),
    "work_done": Text("所做项目", "work done"),
    "next_maintenance": Text("下次保养", "next maintenance"),
    "service_phone": Text("服务电话", "service telephone"),
    "booking_phone": Text("预约电话", "booking telephone"),
    "rescue_phone": Text("救援电话", "rescue telephone"),
    "complaint_number": Text("投诉编号", "complaint number"),
    "occasion": Text("回访事由", "occasion of the list"),
}
"""The fields of a script's sentences by name."""

QUESTIONS: dict[str, Text] = {
    "say": Text("只说不问", "Say only"),
    "choice": Text("单选", "Choice"),
    "yes_no": Text("是非", "Yes or no"),
    "scale_5": Text("1–5 分", "1 to 5"),
    "scale": Text("1–10 分", "1 to 10"),
    "scale_0_10": Text("0–10 分", "0 to 10"),
    "text": Text("文字", "Words"),
    "date": Text("日期", "Day"),
}
"""The kinds of question."""

FACTS: dict[str, Text] = {
    "promise_broken": Text("交车晚于承诺", "the car was late"),
    "parts_replaced": Text("换过配件", "parts were replaced"),
    "repeat_repair": Text("返修", "repeat repair"),
    "maintenance_known": Text("下次保养已知", "next maintenance is known"),
    "delivery_day": Text("提车当天的回访", "delivery-day call"),
    "questionnaire": Text("第 7 天的回访（问卷）", "7th-day call (questionnaire)"),
    "maintenance_near": Text("首保前的每月回访", "monthly call"),
}
"""For which calls a step can be kept."""

USES: dict[str, Text] = {
    "suggestion": Text("客户建议", "suggestion"),
    "complaint_words": Text("投诉原话", "words of the complaint"),
    "complaint_remedy": Text("要求的处理", "remedy asked for"),
    "why": Text("为何来电", "why"),
    "when_happens": Text("何时发生", "when it happens"),
    "where_happens": Text("何处发生", "where it happens"),
    "who_drives": Text("谁在驾驶", "who drives"),
    "what_happens": Text("发生什么", "what happens"),
    "how_shown": Text("如何表现", "how it shows"),
    "how_much": Text("期望费用", "how much"),
}
"""What the words given to a step are used for."""

SAMPLE: dict[str, Text] = {
    "salutation": Text("张先生", "Mr Zhang"),
    "customer_name": Text("张伟", "Zhang Wei"),
    "advisor": Text("王强", "Wang Qiang"),
    "consultant": Text("陈静", "Chen Jing"),
    "plate": Text("粤B·12345", "粤B·12345"),
    "model": Text("远航 S7", "Yuanhang S7"),
    "work_done": Text("更换机油机滤、四轮定位", "oil and filter, wheel alignment"),
    "next_maintenance": Text("2027年3月12日或15,000公里", "12 March 2027 or at 15,000 km"),
    "complaint_number": Text("C-2026-000123", "C-2026-000123"),
    "occasion": Text("中秋节", "the Mid-Autumn Festival"),
}
"""Made-up values a preview is filled with."""
