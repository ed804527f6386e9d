"""What sales departments and other systems call the columns of a delivery sheet."""

from __future__ import annotations

from frontdesk.models.enums import SheetColumn as C


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: Usual headings by column, compared after ``headings.plain``: without signs or blanks.
ALIASES: dict[C, tuple[str, ...]] = {
    C.NAME: _words("""
        车主姓名 客户姓名 姓名 用户名称 用户姓名 客户名称 客户名 车主名称 车主 购车人 购车人姓名
        购买人 购车客户 客户 用户 名称 顾客姓名 顾客 所有人 机动车所有人 车辆所有人 登记车主
        车主单位 车主姓名单位名称 买方 买方名称 购买方名称 购方名称 开票名称 开票姓名 发票抬头
        会员姓名 NAME CUSTOMER CUSTOMERNAME OWNER OWNERNAME OWNERSNAME BUYER BUYERNAME CLIENT
        FULLNAME
    """),
    C.PHONE: _words("""
        联系电话 电话 手机 手机号 手机号码 电话号码 联系方式 移动电话 车主电话 车主手机 车主手机号
        客户电话 客户手机 客户手机号 客户联系电话 用户电话 联系手机 联系号码 家庭电话 固定电话
        座机 固话 住宅电话 办公电话 单位电话 车主联系电话 车主联系方式 备用电话 其他电话 电话1
        电话2 手机1 手机2 联系电话1 联系电话2 PHONE TEL TELEPHONE MOBILE MOBILEPHONE CELL
        CELLPHONE CONTACTNUMBER CONTACTNO PHONENUMBER PHONENO MOBILENO MOBILENUMBER TELNO
    """),
    C.VIN: _words("""
        车架号 VIN VIN码 VIN号 VIN号码 车架号VIN 车架号码 底盘号 底盘号码 车辆识别代号
        车辆识别代码 车辆识别号 车辆识别码 识别代号 大架号 车身号 完整车架号 全车架号 17位车架号
        VINNUMBER VINNO VINCODE CHASSIS CHASSISNO CHASSISNUMBER FRAMENO
        VEHICLEIDENTIFICATIONNUMBER
    """),
    C.PLATE: _words("""
        车牌 车牌号 车牌号码 牌照 牌照号 牌照号码 车号 号牌 号牌号码 牌号 车辆牌照 机动车号牌
        上牌号 PLATE PLATENO PLATENUMBER LICENSEPLATE LICENCEPLATE LICENSENO LICENCENO
        REGISTRATION REGISTRATIONNO REGNO CARNO
    """),
    C.MODEL: _words("""
        车型 车系 配置 款型 车款 车型名称 车系名称 车型配置 车辆型号 型号 车辆名称 车种 产品型号
        厂牌型号 品牌型号 品牌车型 购买车型 购车车型 车型描述 MODEL CARMODEL VEHICLEMODEL VEHICLE
        SERIES TRIM VERSION MODELNAME
    """),
    C.BRAND: _words("品牌 厂牌 车辆品牌 汽车品牌 品牌名称 BRAND MAKE MAKER"),
    C.COLOUR: _words("""
        颜色 车身颜色 车色 外观颜色 外观 外色 车辆颜色 外饰颜色 COLOUR COLOR EXTERIORCOLOR
        EXTERIORCOLOUR BODYCOLOR
    """),
    C.ENGINE_NUMBER: _words("""
        发动机号 发动机号码 引擎号 引擎号码 发动机编号 电机号 发动机 发动机号电机号 ENGINE
        ENGINENO ENGINENUMBER MOTORNO
    """),
    C.GEARBOX_NUMBER: _words("""
        变速箱号 变速箱号码 变速器号 变速箱编号 GEARBOXNO GEARBOXNUMBER TRANSMISSIONNO
    """),
    C.VEHICLE_CLASS: _words("车辆类别 车辆级别 车身形式 VEHICLECLASS CARCLASS BODYSTYLE"),
    C.DELIVERED_ON: _words("""
        提车日期 交车日期 交付日期 提车时间 交车时间 交付时间 实际交车日期 实际交车时间
        实际提车日期 实际交付日期 出库日期 出库时间 提车日 交车日 提车 交车 提货日期 DELIVERYDATE
        DELIVERED DELIVEREDON DATEDELIVERED DATEOFDELIVERY DELIVERY HANDOVERDATE
    """),
    C.PURCHASED_ON: _words("""
        购车日期 购买日期 销售日期 销售时间 购车时间 开票日期 开票时间 成交日期 购置日期 发票日期
        PURCHASEDATE PURCHASED PURCHASEDON SALEDATE SALESDATE SOLDDATE DATESOLD INVOICEDATE DATE
        日期
    """),
    C.SALES_CONSULTANT: _words("""
        销售顾问 销售员 销售人员 业务员 顾问 销售 销售顾问姓名 销售代表 销售专员 销售人 接待顾问
        客户经理 置业顾问 SALESCONSULTANT SALESPERSON SALESMAN SALESADVISOR CONSULTANT SALES
        SALESREP SELLER
    """),
    C.INSURANCE_ENDS_ON: _words("""
        保险到期 保险到期日 保险到期日期 保险到期时间 保险止期 保险终止日期 保险截止日期
        商业险到期 商业险到期日 商业险到期日期 交强险到期 交强险到期日 交强险到期日期 保险有效期至
        保险有效期 保险终保日期 续保日期 终保日期 INSURANCEEXPIRY INSURANCEEXPIRYDATE INSURANCEEND
        INSURANCEENDS INSURANCEUNTIL INSUREDUNTIL INSURANCEDUE INSURANCEENDDATE INSURANCEEXPIRES
    """),
    C.INSURER: _words("""
        保险公司 承保公司 投保公司 保险公司名称 保险机构 承保保险公司 INSURER INSURANCECOMPANY
        INSURANCE
    """),
    C.WARRANTY_ENDS_ON: _words("""
        质保到期 质保到期日 质保到期日期 质保止期 保修到期 保修到期日 保修到期日期 WARRANTYEND
        WARRANTYENDS WARRANTYEXPIRY WARRANTYUNTIL
    """),
    C.INSPECTION_DUE_ON: _words("""
        年检到期 年检到期日 年检到期日期 年审到期 年审到期日期 下次年检 下次年检日期
        检验有效期止 INSPECTIONDUE INSPECTIONEXPIRY NEXTINSPECTION
    """),
    C.IDENTITY_NUMBER: _words("""
        证件号码 身份证号 身份证 身份证号码 证件号 身份证件号码 身份证明号码 客户身份证 车主身份证
        车主身份证号 车主证件号 统一社会信用代码 社会信用代码 身份证组织机构代码
        身份证号码组织机构代码 纳税人识别号 IDNUMBER IDNO IDCARD IDCARDNO IDENTITYNUMBER
        IDENTITYNO IDENTITYCARD
    """),
    C.GENDER: _words("性别 车主性别 客户性别 称谓 GENDER SEX"),
    C.BIRTHDAY: _words("""
        生日 出生日期 出生年月 出生年月日 车主生日 客户生日 BIRTHDAY BIRTHDATE DATEOFBIRTH DOB
    """),
    C.ADDRESS: _words("""
        地址 联系地址 住址 家庭住址 家庭地址 客户地址 车主地址 通讯地址 通信地址 居住地址 详细地址
        现住址 证件地址 ADDRESS HOMEADDRESS CUSTOMERADDRESS
    """),
    C.EMPLOYER: _words("""
        公司 单位 工作单位 公司名称 单位名称 所在单位 企业名称 COMPANY EMPLOYER COMPANYNAME
    """),
    C.OCCUPATION: _words("职业 客户职业 车主职业 行业 OCCUPATION PROFESSION JOB"),
    C.EMAIL: _words("电子邮箱 邮箱 电子邮件 邮件 EMAIL MAIL EMAILADDRESS"),
    C.WECHAT: _words("微信 微信号 WECHAT WEIXIN WECHATID"),
    C.MEMBER_NUMBER: _words("""
        会员号 会员卡号 会员编号 卡号 MEMBERNO MEMBERNUMBER MEMBERSHIPNO CARDNO
    """),
    C.MEMBER_LEVEL: _words("会员级别 会员等级 会员卡级别 MEMBERLEVEL MEMBERSHIPLEVEL"),
    C.USE: _words("""
        使用性质 车辆用途 用途 车辆性质 车辆使用性质 使用类型 USE USAGE VEHICLEUSE
    """),
    C.REMARKS: _words("""
        备注 备注说明 说明 备考 附注 其他 其它 特殊说明 情况说明 REMARK REMARKS NOTE NOTES COMMENT
        COMMENTS MEMO
    """),
    C.IGNORED: _words("""
        序号 原行号 ORIGINALROW 编号 行号 项次 NO SN SEQ INDEX 号 退回原因 不能导入的原因
        REASON WHYREJECTED 客户编号 客户类型 证件类型 客户来源 车龄 内饰颜色 内饰
        合格证号 钥匙号 库存编号
    """),
}

#: A heading with one of these speaks of someone or something else than the owner and the car,
#: unless the heading as a whole is known: '销售顾问电话', '推荐人姓名', '保险公司电话'.
OTHERS = _words("""
    顾问 经理 推荐 介绍人 紧急 业务员 经办 录入 制单 担保 送修 保险公司 银行 主管 接待 审核 门店
    店名 二手 置换 旧车 生效 起保 起期 起始 预计 计划 合同 订单 订车 预约 上牌日 上牌时 到店 入库
    内饰 类型 来源 金额 价 费 REFERR MANAGER EMERGENCY ORDER PRICE START TYPE CONSULTANT SALES
    CONTACTPERSON
""")

#: Headings that stand for a column only where no better one is there.
SECOND_BEST: dict[C, tuple[str, ...]] = {
    C.NAME: _words("联系人 联系人姓名 送修人 公司 公司名称 单位 单位名称 企业名称 COMPANY"),
    C.DELIVERED_ON: ALIASES[C.PURCHASED_ON],
}

#: Columns that may be made of several: their cells are joined (or, phones, all kept).
JOINED = frozenset({C.PHONE, C.MODEL, C.REMARKS, C.ADDRESS, C.IGNORED})
