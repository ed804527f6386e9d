"""The words of files and reception that came with classes, the walk-around and the price list."""

from __future__ import annotations

from enum import StrEnum

from frontdesk.models import enums as e
from frontdesk.texts.text import Text

TERMS: dict[type[StrEnum], dict[StrEnum, Text]] = {
    e.Channel: {
        e.Channel.PHONE: Text("电话", "Telephone"),
        e.Channel.SMS: Text("短信", "SMS"),
        e.Channel.WECHAT: Text("微信", "WeChat"),
        e.Channel.EMAIL: Text("电子邮箱", "E-mail"),
        e.Channel.POST: Text("邮寄", "Post"),
    },
    e.Consent: {
        e.Consent.UNKNOWN: Text("未询问", "Not asked"),
        e.Consent.GIVEN: Text("同意", "Agreed"),
        e.Consent.REFUSED: Text("拒绝", "Refused"),
    },
    e.ValueClass: {
        e.ValueClass.A: Text("A 忠诚", "A loyal"),
        e.ValueClass.B: Text("B 机会", "B opportunity"),
        e.ValueClass.C: Text("C 边缘", "C marginal"),
        e.ValueClass.D: Text("D 流失", "D lost"),
    },
    e.Badge: {
        e.Badge.BOUGHT_AGAIN: Text("再次购车", "Bought again"),
        e.Badge.REFERRED: Text("成功转介绍", "Referred a customer"),
        e.Badge.OFTEN: Text("常到店", "Comes often"),
        e.Badge.OUT_OF_WARRANTY: Text("刚出质保", "Just out of warranty"),
        e.Badge.INSURED_HERE: Text("在店续保年检", "Insured or inspected here"),
        e.Badge.FLEET: Text("集团用户", "Fleet"),
        e.Badge.OPINION_LEADER: Text("意见领袖", "Opinion leader"),
        e.Badge.SERIOUS_COMPLAINT: Text("有过严重投诉", "Had a serious complaint"),
    },
    e.AgeBand: {
        e.AgeBand.IN_WARRANTY: Text("质保期内", "In warranty"),
        e.AgeBand.UP_TO_FIVE: Text("出保 5 年内", "Out of warranty, up to 5 years"),
        e.AgeBand.OVER_FIVE: Text("5 年以上", "Over 5 years"),
        e.AgeBand.UNKNOWN: Text("车龄不详", "Age unknown"),
    },
    e.DeskAlert: {
        e.DeskAlert.LOST_RETURNED: Text(
            "流失客户回店，请到场接待", "Lost customer is back: greet them"
        ),
    },
    e.FamilyTie: {
        e.FamilyTie.SPOUSE: Text("配偶", "Spouse"),
        e.FamilyTie.CHILD: Text("子女", "Child"),
        e.FamilyTie.PARENT: Text("父母", "Parent"),
        e.FamilyTie.OTHER: Text("其他", "Other"),
    },
    e.Payer: {
        e.Payer.CUSTOMER: Text("客户", "Customer"),
        e.Payer.WARRANTY: Text("质保", "Warranty"),
        e.Payer.INSURANCE: Text("保险", "Insurance"),
        e.Payer.GOODWILL: Text("善意优惠", "Goodwill"),
    },
    e.CarSide: {
        e.CarSide.TOP: Text("车顶", "Top"),
        e.CarSide.FRONT: Text("车头", "Front"),
        e.CarSide.REAR: Text("车尾", "Rear"),
        e.CarSide.LEFT: Text("左侧", "Left"),
        e.CarSide.RIGHT: Text("右侧", "Right"),
    },
    e.DamageKind: {
        e.DamageKind.SCRATCH: Text("划痕", "Scratch"),
        e.DamageKind.DENT: Text("凹陷", "Dent"),
        e.DamageKind.CRACK: Text("开裂", "Crack"),
        e.DamageKind.CHIP: Text("掉漆", "Chip"),
        e.DamageKind.RUST: Text("锈蚀", "Rust"),
        e.DamageKind.MISSING: Text("缺失", "Missing"),
    },
    e.DamageSize: {
        e.DamageSize.SMALL: Text("小", "Small"),
        e.DamageSize.MEDIUM: Text("中", "Medium"),
        e.DamageSize.LARGE: Text("大", "Large"),
    },
    e.WarningLamp: {
        e.WarningLamp.ENGINE: Text("发动机", "Engine"),
        e.WarningLamp.BRAKE: Text("制动", "Brake"),
        e.WarningLamp.ABS: Text("ABS", "ABS"),
        e.WarningLamp.AIRBAG: Text("安全气囊", "Airbag"),
        e.WarningLamp.OIL: Text("机油", "Oil"),
        e.WarningLamp.BATTERY: Text("蓄电池", "Battery"),
        e.WarningLamp.COOLANT: Text("冷却液", "Coolant"),
        e.WarningLamp.TYRE: Text("胎压", "Tyre pressure"),
    },
    e.DefectArea: {
        e.DefectArea.ENGINE: Text("发动机", "Engine"),
        e.DefectArea.GEARBOX: Text("变速箱", "Gearbox"),
        e.DefectArea.BRAKES: Text("制动", "Brakes"),
        e.DefectArea.STEERING: Text("转向", "Steering"),
        e.DefectArea.SUSPENSION: Text("悬挂", "Suspension"),
        e.DefectArea.ELECTRICS: Text("电气", "Electrics"),
        e.DefectArea.AIR_CONDITIONING: Text("空调", "Air conditioning"),
        e.DefectArea.BODY: Text("车身", "Body"),
        e.DefectArea.INTERIOR: Text("内饰", "Interior"),
        e.DefectArea.TYRES: Text("轮胎", "Tyres"),
        e.DefectArea.OTHER: Text("其他", "Other"),
    },
    e.ChangeSetKind: {
        e.ChangeSetKind.MERGE: Text("合并档案", "Merge"),
        e.ChangeSetKind.IMPORT: Text("导入", "Import"),
        e.ChangeSetKind.CAR_MERGE: Text("合并车辆", "Merge of cars"),
    },
    e.DeliveryState: {
        e.DeliveryState.SHEET: Text("已导入交车表", "Sheet imported"),
        e.DeliveryState.NONE: Text("当日无交车", "No delivery that day"),
        e.DeliveryState.OPEN: Text("待导入", "Sheet expected"),
        e.DeliveryState.MISSING: Text("缺交车表", "Sheet missing"),
        e.DeliveryState.REST: Text("无需登记", "Not asked for"),
    },
}
