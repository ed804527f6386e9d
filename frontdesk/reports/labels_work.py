"""What is printed on the change slip and on the hand-over sheet."""

from __future__ import annotations

from frontdesk.texts import Text


class ChangeSlip:
    """维修变更确认单."""

    TITLE = Text("维修变更确认单", "Change of Work")
    VISIT_PART = Text("客户与车辆", "Customer and car")
    CHANGE_PART = Text("变更", "Change")
    WHAT = Text("变更内容", "What changes")
    WHY = Text("原因", "Why")
    ASKED_PART = Text("征询", "Consent")
    BY = Text("征询人", "Asked by")
    WHOM = Text("征询对象", "Who was asked")
    HOW = Text("方式", "How")
    AT = Text("时间", "At")
    ANSWER = Text("客户答复", "Answer")
    AGREED = Text("同意", "Agreed")
    REFUSED = Text("不同意", "Did not agree")
    SUMS_PART = Text("费用与时间", "Price and time")
    TOTAL_BEFORE = Text("变更前合计(元)", "Total before, yuan")
    TOTAL_AFTER = Text("变更后合计(元)", "Total after, yuan")
    PROMISED_BEFORE = Text("原承诺交车", "Promised before")
    PROMISED_AFTER = Text("现承诺交车", "Promised now")
    WORK_PART = Text("现行维修项目", "Work in force")
    NOT_IN_FORCE = Text(
        "客户不同意：按原约定的项目、费用和时间执行。",
        "The customer did not agree: work, price and time stay as they were agreed before.",
    )
    CONFIRMED = Text(
        "本人已了解上述变更并作出以上答复。", "I have understood the change and answered as above."
    )
    SIGN_PART = Text("签字", "Signatures")


class HandOver:
    """交车结算单."""

    TITLE = Text("交车结算单", "Hand-over and Settlement")
    DRAFT = Text("交车结算单（预结算）", "Settlement, Not Yet Handed Over")
    VISIT_PART = Text("客户与车辆", "Customer and car")
    ARRIVED = Text("到店时间", "Arrived")
    PROMISED = Text("承诺交车", "Promised for")
    READY = Text("完工时间", "Ready")
    HANDED_OVER = Text("交车时间", "Handed over")
    WORK_PART = Text("维修项目与费用", "Work and charges")
    OFF = Text("优惠", "Off")
    PAYS = Text("付款方", "Pays")
    CHARGED = Text("实收(元)", "Charged, yuan")
    SUMS_PART = Text("结算", "Settlement")
    BY_KIND = Text("按类别", "By kind of work")
    BY_PAYER = Text("按付款方", "By who pays")
    TOTAL = Text("合计(元)", "Total, yuan")
    CUSTOMER_PAYS = Text("客户实付(元)", "Customer pays, yuan")
    PAID_BY = Text("付款方式", "Paid by")
    AGREED_TOTAL = Text("约定合计(元)", "Agreed in total, yuan")
    AFTER_PART = Text("交付说明", "With the car")
    PARTS = Text("更换的配件", "Replaced parts")
    OLD_PARTS = Text("旧件处理", "Old parts")
    TAKEN = Text("客户带走", "Taken along")
    LEFT = Text("委托本店处理", "Left with us")
    ADVICE = Text("使用建议", "Advice")
    DECLINED = Text("建议而未做的项目", "Advised and not done")
    NEXT = Text("下次保养", "Next maintenance")
    NEXT_AT = Text("{day} 或 {km} km，以先到者为准", "{day} or {km} km, whichever comes first")
    SATISFIED = Text("本次服务", "This service")
    CONFIRMED = Text(
        "车辆及随车物品已验收，费用已核对无误。",
        "Car and belongings were received in order; the charges were checked and are right.",
    )
    SIGN_PART = Text("签字", "Signatures")


DECLINED = Text("（客户不做：{why}）", " (not wanted: {why})")
HOURS = Text("{hours} 工时", "{hours} h")
