<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AbsenceCard</name>
        <message>
            <source>Days off</source>
            <translation>请假</translation>
        </message>
        <message>
            <source>From</source>
            <translation>从</translation>
        </message>
        <message>
            <source>Nobody is away. Who is, is given no calls.</source>
            <translation>目前没有人请假。请假期间不分配回访。</translation>
        </message>
        <message>
            <source>Note days off (Ctrl+Enter)</source>
            <translation>登记请假（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>到</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Withdraw the days off of {name}</source>
            <translation>取消{name}的请假</translation>
        </message>
    </context>
    <context>
        <name>AccountButton</name>
        <message>
            <source>About Frontdesk</source>
            <translation>关于 Frontdesk</translation>
        </message>
        <message>
            <source>Account: {name}</source>
            <translation>账户：{name}</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Change person</source>
            <translation>换人</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Like the desktop</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>退出登录</translation>
        </message>
    </context>
    <context>
        <name>AccountCard</name>
        <message>
            <source>Account name</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Again</source>
            <translation>再次输入</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>May sign in</source>
            <translation>可以登录</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New account</source>
            <translation>新建账号</translation>
        </message>
        <message>
            <source>One or several; the keys 1–8 switch them.</source>
            <translation>可选一个或多个，按 1–8 切换。</translation>
        </message>
        <message>
            <source>Pass it on by word of mouth. It opens once; then they choose their own.</source>
            <translation>请当面告知本人。登录一次后须改为自己的密码。</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Reset the password (Ctrl+R)</source>
            <translation>重置密码 (Ctrl+R)</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>Save (Ctrl+Enter)</source>
            <translation>保存 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Temporary password</source>
            <translation>临时密码</translation>
        </message>
    </context>
    <context>
        <name>ActionsList</name>
        <message>
            <source>Managers make actions of what a return says is to be done, each with an owner and a day; they stand here until they are done.</source>
            <translation>经理可将返单中的纠正、预防内容转为措施，写明负责人和期限；完成之前都列在这里。</translation>
        </message>
        <message>
            <source>No action is open.</source>
            <translation>没有未完成的措施。</translation>
        </message>
    </context>
    <context>
        <name>AfterCard</name>
        <message>
            <source>Another owner or day</source>
            <translation>更换负责人或期限</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>返回 (Esc)</translation>
        </message>
        <message>
            <source>Back to the step; what is typed is kept</source>
            <translation>返回当前步骤，已填写的内容会保留</translation>
        </message>
        <message>
            <source>End of an action</source>
            <translation>措施结束</translation>
        </message>
        <message>
            <source>New action</source>
            <translation>新措施</translation>
        </message>
        <message>
            <source>New penalty</source>
            <translation>新处罚</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Withdraw a penalty</source>
            <translation>撤销处罚</translation>
        </message>
    </context>
    <context>
        <name>AfterDesk</name>
        <message>
            <source>It stands now: {line}</source>
            <translation>现在是：{line}</translation>
        </message>
        <message>
            <source>The action has ended.</source>
            <translation>措施已结束。</translation>
        </message>
        <message>
            <source>The action is set.</source>
            <translation>措施已制定。</translation>
        </message>
        <message>
            <source>The action was changed.</source>
            <translation>措施已更改。</translation>
        </message>
        <message>
            <source>The penalty is recorded.</source>
            <translation>处罚已登记。</translation>
        </message>
        <message>
            <source>The penalty was withdrawn.</source>
            <translation>处罚已撤销。</translation>
        </message>
    </context>
    <context>
        <name>AfterForm</name>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>未完成 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>Amount (yuan)</source>
            <translation>金额（元）</translation>
        </message>
        <message>
            <source>As what</source>
            <translation>责任</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>完成期限</translation>
        </message>
        <message>
            <source>Given up</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>How it ended</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>What came of it</source>
            <translation>完成情况</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>措施内容</translation>
        </message>
        <message>
            <source>Who bears it</source>
            <translation>受处罚人</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>{name} · {count}</source>
            <translation>{name} · {count}</translation>
        </message>
    </context>
    <context>
        <name>AfterLines</name>
        <message>
            <source>Actions and penalties</source>
            <translation>措施与处罚</translation>
        </message>
        <message>
            <source>Change …</source>
            <translation>更改…</translation>
        </message>
        <message>
            <source>End …</source>
            <translation>结束…</translation>
        </message>
        <message>
            <source>Make it an action …</source>
            <translation>转为措施…</translation>
        </message>
        <message>
            <source>No action and no penalty was recorded with this complaint.</source>
            <translation>此投诉没有登记措施或处罚。</translation>
        </message>
        <message>
            <source>No action and no penalty yet. Set one by the keys below.</source>
            <translation>还没有措施或处罚，可用下方按钮添加。</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>处罚</translation>
        </message>
        <message>
            <source>Penalty withdrawn</source>
            <translation>处罚已撤销</translation>
        </message>
        <message>
            <source>Set {when} by {who}</source>
            <translation>{who} 于 {when} 制定</translation>
        </message>
        <message>
            <source>The return says</source>
            <translation>返单内容</translation>
        </message>
        <message>
            <source>Withdraw …</source>
            <translation>撤销…</translation>
        </message>
        <message>
            <source>{person}: {amount} yuan</source>
            <translation>{person}：{amount} 元</translation>
        </message>
    </context>
    <context>
        <name>AfterPanel</name>
        <message>
            <source>Actions</source>
            <translation>措施与处罚</translation>
        </message>
        <message>
            <source>Actions ({open})</source>
            <translation>措施与处罚（{open}）</translation>
        </message>
        <message>
            <source>Add action</source>
            <translation>添加措施</translation>
        </message>
        <message>
            <source>Add penalty</source>
            <translation>添加处罚</translation>
        </message>
    </context>
    <context>
        <name>AmountsField</name>
        <message>
            <source>Agreed</source>
            <translation>同意金额</translation>
        </message>
        <message>
            <source>Charged</source>
            <translation>实收</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>未做</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Pays</source>
            <translation>付款方</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>项目</translation>
        </message>
    </context>
    <context>
        <name>AnswersBox</name>
        <message>
            <source>A matter of safety</source>
            <translation>涉及安全</translation>
        </message>
        <message>
            <source>Answer, Chinese</source>
            <translation>答案（中文）</translation>
        </message>
        <message>
            <source>Answers</source>
            <translation>答案</translation>
        </message>
        <message>
            <source>Answers on their keys: Ins adds, Del removes, Ctrl+↑/↓ moves</source>
            <translation>答案按所示数字键：Ins 添加，Del 删除，Ctrl+↑/↓ 移动</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉类别</translation>
        </message>
        <message>
            <source>Ends the call as</source>
            <translation>通话结果</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>From mark</source>
            <translation>从几分</translation>
        </message>
        <message>
            <source>Leads to</source>
            <translation>转到</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>投诉级别</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>满意度</translation>
        </message>
        <message>
            <source>Score, 0 to 100</source>
            <translation>分值（0–100）</translation>
        </message>
        <message>
            <source>Tells of something wrong</source>
            <translation>反映了问题</translation>
        </message>
        <message>
            <source>Tells of the call</source>
            <translation>说明原回访</translation>
        </message>
        <message>
            <source>a conversation</source>
            <translation>继续通话</translation>
        </message>
        <message>
            <source>as the customer's mood</source>
            <translation>按客户满意程度</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>says nothing of it</source>
            <translation>不涉及</translation>
        </message>
        <message>
            <source>the step's own next one</source>
            <translation>按本步的“然后”</translation>
        </message>
        <message>
            <source>to mark</source>
            <translation>到几分</translation>
        </message>
    </context>
    <context>
        <name>AppointmentGrid</name>
        <message>
            <source>Appointments</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>Nobody came yet</source>
            <translation>还没有来</translation>
        </message>
        <message>
            <source>{count} min</source>
            <translation>{count} 分钟</translation>
        </message>
    </context>
    <context>
        <name>AppointmentsSection</name>
        <message numerus="yes">
            <source>%n appointment(s)</source>
            <translation>
                <numerusform>%n 个预约</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n marked as no-show.</source>
            <translation>
                <numerusform>已将 %n 个预约记为失约。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of these customers</source>
            <translation>
                <numerusform>%n 个是这些客户的</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n outside the hours</source>
            <translation>
                <numerusform>%n 个在营业时间外</numerusform>
            </translation>
        </message>
        <message>
            <source>Arrows: slot · N: next appointment · Enter: the car is here; in an empty slot: book · Ins: book one more · M: move, then arrows and Enter · Del: did not come, or did · D / W · PgUp, PgDn, T</source>
            <translation>方向键：时段 · N：下一个预约 · 回车：已到店；空时段：新预约 · Ins：同时段再约 · M：改期，再用方向键和回车 · Del：失约或撤销失约 · D / W：日、周 · PgUp、PgDn、T</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>之前</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>之后</translation>
        </message>
        <message numerus="yes">
            <source>Mark %n missed as no-show</source>
            <translation>
                <numerusform>将 %n 个过时未到的记为失约</numerusform>
            </translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Week</source>
            <translation>周</translation>
        </message>
        <message>
            <source>{number} is an appointment again.</source>
            <translation>{number} 恢复为预约。</translation>
        </message>
        <message>
            <source>{number} is moved to {when}.</source>
            <translation>{number} 已改约到 {when}。</translation>
        </message>
    </context>
    <context>
        <name>AsideCard</name>
        <message numerus="yes">
            <source>%n time(s) older data was put back</source>
            <translation>
                <numerusform>恢复过 %n 次较早的数据</numerusform>
            </translation>
        </message>
        <message>
            <source>Delete what was set aside …</source>
            <translation>删除搁置的文件…</translation>
        </message>
        <message>
            <source>Files that gave way when a backup was put back. Nothing reads them; delete them once you are sure that nothing is missing.</source>
            <translation>恢复备份时被替换下来的旧文件。程序不再读取它们；确认没有遗漏后即可删除。</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>搁置的文件</translation>
        </message>
        <message>
            <source>last {when}</source>
            <translation>最近一次 {when}</translation>
        </message>
        <message>
            <source>{size} · {times}</source>
            <translation>{size} · {times}</translation>
        </message>
    </context>
    <context>
        <name>AtDesk</name>
        <message>
            <source>The number is corrected.</source>
            <translation>号码已更正。</translation>
        </message>
    </context>
    <context>
        <name>AttemptForm</name>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Suggested: {when}. Type the hour agreed, such as 15:30.</source>
            <translation>建议 {when}。请输入约定的时间，如 15:30。</translation>
        </message>
        <message>
            <source>Time agreed</source>
            <translation>约定时间</translation>
        </message>
    </context>
    <context>
        <name>AuditSection</name>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>%n 条记录</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries saved: {path}</source>
            <translation>
                <numerusform>已保存 %n 条记录：{path}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fault(s) found at {at}</source>
            <translation>
                <numerusform>{at} 发现 %n 处问题</numerusform>
            </translation>
        </message>
        <message>
            <source>Daily sheet</source>
            <translation>日结单</translation>
        </message>
        <message>
            <source>Daily sheet (Ctrl+P)</source>
            <translation>日结单 (Ctrl+P)</translation>
        </message>
        <message>
            <source>Every entry is as it was sealed; none is missing.</source>
            <translation>每条记录都与封印相符，没有缺失。</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Export (Ctrl+E)</source>
            <translation>导出 (Ctrl+E)</translation>
        </message>
        <message>
            <source>No entry matches.</source>
            <translation>没有符合条件的记录。</translation>
        </message>
        <message>
            <source>Of the day in 'From', or of today; to be signed and kept</source>
            <translation>“自”所填日期（未填为今天）的日结单，签字后保存</translation>
        </message>
        <message>
            <source>Only about {record}</source>
            <translation>仅限 {record}</translation>
        </message>
        <message>
            <source>Prove every entry from the first to the last</source>
            <translation>从第一条到最后一条逐条核验</translation>
        </message>
        <message>
            <source>Reading …</source>
            <translation>正在读取…</translation>
        </message>
        <message>
            <source>Save the audit trail</source>
            <translation>保存操作记录</translation>
        </message>
        <message>
            <source>Save what is listed as a sheet; the password is asked for</source>
            <translation>把列出的记录存为表格；需再次输入密码</translation>
        </message>
        <message>
            <source>Seal {seal} …</source>
            <translation>封印 {seal} …</translation>
        </message>
        <message numerus="yes">
            <source>Sealed, %n entries</source>
            <translation>
                <numerusform>已封印，共 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>The trail is not as it was sealed. Keep the folder as it is.</source>
            <translation>操作记录与封印不符。请保持数据文件夹原样。</translation>
        </message>
        <message>
            <source>Verify now (F8)</source>
            <translation>立即核验 (F8)</translation>
        </message>
        <message>
            <source>Verifying the audit trail</source>
            <translation>正在核验操作记录</translation>
        </message>
        <message>
            <source>looked back to {at}</source>
            <translation>已查到 {at}</translation>
        </message>
        <message>
            <source>not verified yet</source>
            <translation>尚未核验</translation>
        </message>
        <message>
            <source>older ones come when you scroll down</source>
            <translation>向下滚动显示更早的记录</translation>
        </message>
        <message>
            <source>verified at {at}</source>
            <translation>{at} 已核验</translation>
        </message>
    </context>
    <context>
        <name>BackgroundForm</name>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>学历</translation>
        </message>
        <message>
            <source>Ethnicity</source>
            <translation>民族</translation>
        </message>
        <message>
            <source>Family {n}</source>
            <translation>家庭成员 {n}</translation>
        </message>
        <message>
            <source>Hobbies</source>
            <translation>爱好</translation>
        </message>
        <message>
            <source>Income</source>
            <translation>收入</translation>
        </message>
        <message>
            <source>Interested in</source>
            <translation>关注的服务</translation>
        </message>
        <message>
            <source>Is the</source>
            <translation>关系</translation>
        </message>
        <message>
            <source>Name, telephone or plate of a customer, or words</source>
            <translation>客户的姓名、电话、车牌，或直接写</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Office address</source>
            <translation>单位地址</translation>
        </message>
        <message>
            <source>Opinion leader</source>
            <translation>意见领袖</translation>
        </message>
        <message>
            <source>Pays by</source>
            <translation>常用付款</translation>
        </message>
        <message>
            <source>Post</source>
            <translation>邮寄</translation>
        </message>
        <message>
            <source>Reach by</source>
            <translation>联系方式偏好</translation>
        </message>
        <message>
            <source>Referred by</source>
            <translation>介绍人</translation>
        </message>
        <message>
            <source>SMS</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>{day}, written down by {name}</source>
            <translation>{day}，{name} 记录</translation>
        </message>
    </context>
    <context>
        <name>BackupsSection</name>
        <message>
            <source>Back up now (F6)</source>
            <translation>立即备份 (F6)</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>已损坏</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Delete for good what was set aside?</source>
            <translation>要永久删除搁置的文件吗？</translation>
        </message>
        <message>
            <source>It can be written. Copies go there from now on.</source>
            <translation>可以写入。今后的备份都会复制到那里。</translation>
        </message>
        <message>
            <source>It is deleted; the data and the backups are as they were.</source>
            <translation>已删除；数据和备份都没有变。</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>备份时间</translation>
        </message>
        <message numerus="yes">
            <source>Made by itself %n minute(s) after changes, and on closing; older ones are thinned out. Each is encrypted like the data.</source>
            <translation>
                <numerusform>有改动时每 %n 分钟自动备份一次，关闭程序时再备份一次；较早的会逐步减少。备份与数据一样加密。</numerusform>
            </translation>
        </message>
        <message>
            <source>Making the backup …</source>
            <translation>正在备份…</translation>
        </message>
        <message>
            <source>Newest: {ago} · {when}</source>
            <translation>最近一次：{ago} · {when}</translation>
        </message>
        <message>
            <source>No copies are kept at a second place any more.</source>
            <translation>今后不再向第二位置复制备份。</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>还没有</translation>
        </message>
        <message>
            <source>On this PC</source>
            <translation>本机上的备份</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Prove the chosen one (F7)</source>
            <translation>验证所选备份 (F7)</translation>
        </message>
        <message>
            <source>Proved</source>
            <translation>验证结果</translation>
        </message>
        <message>
            <source>Proving the backup …</source>
            <translation>正在验证备份…</translation>
        </message>
        <message>
            <source>Second place</source>
            <translation>第二位置</translation>
        </message>
        <message>
            <source>Set aside</source>
            <translation>搁置的文件</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Sound at {time}</source>
            <translation>{time} 验证完好</translation>
        </message>
        <message>
            <source>The backup is made and checked.</source>
            <translation>备份已完成并检查。</translation>
        </message>
        <message>
            <source>The backup is made; the second place is not plugged in.</source>
            <translation>备份已完成；第二位置没有接上。</translation>
        </message>
        <message>
            <source>The backup was unpacked and read whole: all of it is there.</source>
            <translation>已解开备份并完整读取：内容齐全。</translation>
        </message>
        <message>
            <source>The first is made by itself after the first change.</source>
            <translation>第一次改动后会自动备份。</translation>
        </message>
        <message>
            <source>There are no backups yet.</source>
            <translation>还没有备份。</translation>
        </message>
        <message>
            <source>This PC</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>This backup is damaged. Make a new one now; keep the others.</source>
            <translation>这个备份已损坏。请立即重新备份，并保留其他备份。</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>Close this notice</source>
            <translation>关闭此提示</translation>
        </message>
    </context>
    <context>
        <name>Beside</name>
        <message>
            <source>Default {figure}</source>
            <translation>默认 {figure}</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Restore the default of {name}</source>
            <translation>恢复“{name}”的默认值</translation>
        </message>
    </context>
    <context>
        <name>BookedAlready</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>另有 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>Move it to the time above</source>
            <translation>改到上面的时间</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>The same customer comes with {car}: {when}, {advisor} ({number})</source>
            <translation>同一客户的 {car} 已约：{when}，{advisor}（{number}）</translation>
        </message>
        <message>
            <source>This car is booked already: {when}, {advisor} ({number})</source>
            <translation>这辆车已有预约：{when}，{advisor}（{number}）</translation>
        </message>
    </context>
    <context>
        <name>Booking</name>
        <message>
            <source>{number} is moved to {when}.</source>
            <translation>{number} 已改约到 {when}。</translation>
        </message>
    </context>
    <context>
        <name>BookingForm</name>
        <message>
            <source>Comes at</source>
            <translation>预约时间</translation>
        </message>
        <message>
            <source>Own words</source>
            <translation>客户原话</translation>
        </message>
        <message>
            <source>Received by</source>
            <translation>接待人</translation>
        </message>
        <message>
            <source>Takes</source>
            <translation>预计用时</translation>
        </message>
        <message>
            <source>The usual time if left empty</source>
            <translation>不填按通常时长</translation>
        </message>
        <message>
            <source>Whoever writes it down</source>
            <translation>由登记人接待</translation>
        </message>
    </context>
    <context>
        <name>CallView</name>
        <message>
            <source>Anything else worth keeping (F2; Enter or Esc leads back)</source>
            <translation>其他值得记录的内容（F2；按 Enter 或 Esc 返回）</translation>
        </message>
        <message>
            <source>Back to the queue</source>
            <translation>返回列表</translation>
        </message>
        <message>
            <source>Complaint, filled in from the call</source>
            <translation>投诉单（已从通话带入）</translation>
        </message>
        <message>
            <source>End the call</source>
            <translation>结束通话</translation>
        </message>
        <message>
            <source>From paper</source>
            <translation>补录纸单</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续通话</translation>
        </message>
        <message>
            <source>Hold</source>
            <translation>通话保持</translation>
        </message>
        <message>
            <source>In a call</source>
            <translation>通话中</translation>
        </message>
        <message>
            <source>Keep the call</source>
            <translation>保存回访</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>On hold {waited} · talked {talked}</source>
            <translation>通话保持中 {waited} · 已通话 {talked}</translation>
        </message>
        <message>
            <source>Register the complaint</source>
            <translation>登记投诉</translation>
        </message>
        <message>
            <source>Start the call</source>
            <translation>开始通话</translation>
        </message>
        <message>
            <source>{n} min</source>
            <translation>{n} 分钟</translation>
        </message>
    </context>
    <context>
        <name>CallbacksPage</name>
        <message>
            <source>Call the next one; start or end the call</source>
            <translation>拨打下一个；开始或结束通话</translation>
        </message>
        <message>
            <source>Dial by the PC's telephone program</source>
            <translation>用电脑上的电话程序拨打</translation>
        </message>
        <message>
            <source>Give the answer and go on</source>
            <translation>选择答案并继续</translation>
        </message>
        <message>
            <source>How an attempt ended that reached nobody</source>
            <translation>未接通的结果</translation>
        </message>
        <message>
            <source>Look anew what has fallen due</source>
            <translation>重新检查到期回访</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>One step back</source>
            <translation>返回上一步</translation>
        </message>
        <message>
            <source>Put the call on hold; go on with it</source>
            <translation>通话保持；再按继续通话</translation>
        </message>
        <message>
            <source>Register the complaint; close the call</source>
            <translation>登记投诉；结束回访</translation>
        </message>
        <message>
            <source>Show and copy the number to dial</source>
            <translation>显示并复制要拨的号码</translation>
        </message>
        <message>
            <source>Take the household's next call along</source>
            <translation>接着回访同一家的下一个</translation>
        </message>
    </context>
    <context>
        <name>CallerPanel</name>
        <message>
            <source>Caller</source>
            <translation>来电人</translation>
        </message>
        <message>
            <source>Enter takes the customer found. For somebody new a small file is made when the call is kept, not before.</source>
            <translation>按 Enter 选中查到的客户。新来电人的简要档案在保存来电时一并建立，之前不建。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Nobody here goes by that: Enter goes on with somebody new.</source>
            <translation>没有查到，按 Enter 按新来电人继续。</translation>
        </message>
        <message>
            <source>Somebody new</source>
            <translation>新来电人</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Telephone, name or plate</source>
            <translation>电话、姓名或车牌</translation>
        </message>
        <message>
            <source>Who is calling?</source>
            <translation>谁来电？</translation>
        </message>
    </context>
    <context>
        <name>Calling</name>
        <message>
            <source> A message waits to be sent.</source>
            <translation>已生成待发短信。</translation>
        </message>
        <message>
            <source>Callback {number} is closed.</source>
            <translation>回访 {number} 已完成。</translation>
        </message>
        <message>
            <source>Complaint {number} is registered.</source>
            <translation>投诉 {number} 已登记。</translation>
        </message>
        <message>
            <source>First let the customer finish; the complaint is registered at the end.</source>
            <translation>请先让客户把话说完，最后再登记投诉。</translation>
        </message>
        <message>
            <source>The call is kept. Opened again, it goes on where it stopped.</source>
            <translation>进度已保留，再次打开时从中断处继续。</translation>
        </message>
        <message>
            <source>The script is not through: answer the question, or end the attempt with one of the keys below. Esc keeps the call for later.</source>
            <translation>话术还没有走完：请先回答问题，或用下方的按键结束本次拨打；按 Esc 可保留进度稍后继续。</translation>
        </message>
        <message>
            <source>{outcome}. Next call: {when}.</source>
            <translation>{outcome}。下次拨打：{when}。</translation>
        </message>
        <message>
            <source>{outcome}. The call is closed: {state}.</source>
            <translation>{outcome}。回访已结束：{state}。</translation>
        </message>
    </context>
    <context>
        <name>CallsOfTheDay</name>
        <message numerus="yes">
            <source>%n call(s) have fallen due.</source>
            <translation>
                <numerusform>新产生 %n 个回访。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Broken off. %n call(s) have fallen due so far.</source>
            <translation>
                <numerusform>已中断，到目前新产生 %n 个回访。</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking for what has fallen due</source>
            <translation>正在检查到期回访</translation>
        </message>
    </context>
    <context>
        <name>CallsTable</name>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Due until</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Next call</source>
            <translation>下次拨打</translation>
        </message>
        <message>
            <source>No open calls.</source>
            <translation>没有未完成的回访。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
    </context>
    <context>
        <name>CarHeadLine</name>
        <message>
            <source>Member {level}</source>
            <translation>会员 {level}</translation>
        </message>
        <message>
            <source>No plate yet</source>
            <translation>未上牌</translation>
        </message>
        <message>
            <source>Open the file of {customer}</source>
            <translation>打开{customer}的档案</translation>
        </message>
        <message>
            <source>Warranty until {day}</source>
            <translation>保修至 {day}</translation>
        </message>
    </context>
    <context>
        <name>CarsWindow</name>
        <message>
            <source>Make one car of two of this file: visits, calls, complaints and drivers of both are that one's. It can be undone, here and under Duplicates, Merged.</source>
            <translation>把本档案的两条车辆记录合并为一条：两边的来店、回访、投诉和驾驶人都归到这台车。可以撤销：在此处，或在“重复档案 → 已合并”中。</translation>
        </message>
        <message>
            <source>The other car</source>
            <translation>另一条车辆记录</translation>
        </message>
        <message>
            <source>The same car twice</source>
            <translation>同一台车有两条记录</translation>
        </message>
    </context>
    <context>
        <name>CategoriesSection</name>
        <message numerus="yes">
            <source>%n ticket(s) have it.</source>
            <translation>
                <numerusform>%n 张投诉单用过。</numerusform>
            </translation>
        </message>
        <message>
            <source>Added. It can be chosen from now on.</source>
            <translation>已新增，即可选用。</translation>
        </message>
        <message>
            <source>Bring back (Del)</source>
            <translation>恢复使用（Del）</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Chinese name</source>
            <translation>中文名称</translation>
        </message>
        <message>
            <source>Down (Ctrl+↓)</source>
            <translation>下移（Ctrl+↓）</translation>
        </message>
        <message>
            <source>English name</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>大类</translation>
        </message>
        <message>
            <source>New category</source>
            <translation>新类别</translation>
        </message>
        <message>
            <source>New category (Ins)</source>
            <translation>新增类别（Ins）</translation>
        </message>
        <message>
            <source>New group</source>
            <translation>新大类</translation>
        </message>
        <message>
            <source>New group (Ctrl+Ins)</source>
            <translation>新增大类（Ctrl+Ins）</translation>
        </message>
        <message>
            <source>Remove (Shift+Del)</source>
            <translation>删除（Shift+Del）</translation>
        </message>
        <message>
            <source>Retire (Del)</source>
            <translation>停用（Del）</translation>
        </message>
        <message>
            <source>Retired: no new ticket is given it; old ones keep it.</source>
            <translation>已停用：新投诉单不能再选，原有的保留不变。</translation>
        </message>
        <message>
            <source>Save (Ctrl+Enter)</source>
            <translation>保存（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Saved. Tickets there are show the new name as well.</source>
            <translation>已保存，原有投诉单也显示新名称。</translation>
        </message>
        <message>
            <source>Up (Ctrl+↑)</source>
            <translation>上移（Ctrl+↑）</translation>
        </message>
    </context>
    <context>
        <name>CategoryField</name>
        <message>
            <source>{group} · Backspace shows the other groups</source>
            <translation>{group} · 按退格键显示其他大类</translation>
        </message>
    </context>
    <context>
        <name>CategoryList</name>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>English name</source>
            <translation>英文名称</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>投诉单</translation>
        </message>
        <message>
            <source>{name} (retired)</source>
            <translation>{name}（已停用）</translation>
        </message>
    </context>
    <context>
        <name>ChangeForm</name>
        <message>
            <source>Agreed</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>客户答复</translation>
        </message>
        <message>
            <source>Did not agree</source>
            <translation>不同意</translation>
        </message>
        <message>
            <source>From the changes above</source>
            <translation>按上面的改动填写</translation>
        </message>
        <message>
            <source>How</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Promised for</source>
            <translation>预计交车</translation>
        </message>
        <message>
            <source>What changes</source>
            <translation>变更内容</translation>
        </message>
        <message>
            <source>Who was asked</source>
            <translation>征求谁</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>维修项目</translation>
        </message>
    </context>
    <context>
        <name>ChangeWords</name>
        <message>
            <source>Declined: {name}</source>
            <translation>客户不做：{name}</translation>
        </message>
        <message>
            <source>Promised for {before} → {after}</source>
            <translation>预计交车 {before} → {after}</translation>
        </message>
    </context>
    <context>
        <name>CheckCard</name>
        <message>
            <source>Call the customer</source>
            <translation>回拨客户</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>抽查结果</translation>
        </message>
        <message>
            <source>Keep the verdict (Ctrl+Enter)</source>
            <translation>保存结果（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>No check chosen</source>
            <translation>未选择抽查</translation>
        </message>
        <message>
            <source>Open the call</source>
            <translation>查看原回访</translation>
        </message>
        <message>
            <source>Recall {number}: {status}</source>
            <translation>抽查回访 {number}：{status}</translation>
        </message>
        <message>
            <source>Score {score}</source>
            <translation>得分 {score}</translation>
        </message>
        <message>
            <source>What it rests on</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>{caller}, {when}, under a minute</source>
            <translation>{caller}，{when}，不足一分钟</translation>
        </message>
        <message>
            <source>{caller}, {when}, {minutes} min</source>
            <translation>{caller}，{when}，{minutes} 分钟</translation>
        </message>
        <message>
            <source>{question}: {answer}</source>
            <translation>{question}：{answer}</translation>
        </message>
        <message>
            <source>{verdict}: judged {when} by {name}</source>
            <translation>{verdict}：{name} 于 {when} 判定</translation>
        </message>
    </context>
    <context>
        <name>ChecksSection</name>
        <message numerus="yes">
            <source>%n call(s) drawn; they wait in the queue to be made again.</source>
            <translation>
                <numerusform>已抽取 %n 个，抽查回访已进入队列。</numerusform>
            </translation>
        </message>
        <message>
            <source>Caller</source>
            <translation>回访人</translation>
        </message>
        <message>
            <source>Calls not made</source>
            <translation>回访考核清单</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Draw calls (Ctrl+N)</source>
            <translation>抽取回访（Ctrl+N）</translation>
        </message>
        <message>
            <source>Draw finished calls: at random, all low scores, all of one caller.</source>
            <translation>可从已完成的回访中抽取：随机、低分全查、某人全查。</translation>
        </message>
        <message>
            <source>Drawn</source>
            <translation>抽取时间</translation>
        </message>
        <message>
            <source>Drawn by</source>
            <translation>抽取方式</translation>
        </message>
        <message>
            <source>Judged ones</source>
            <translation>已判定</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>No spot check waits for a verdict.</source>
            <translation>没有待判定的抽查。</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>To call</source>
            <translation>待回拨</translation>
        </message>
        <message>
            <source>To judge</source>
            <translation>待判定</translation>
        </message>
        <message>
            <source>What it costs</source>
            <translation>考核清单</translation>
        </message>
        <message>
            <source>{number} is judged: {verdict}.</source>
            <translation>{number} 已判定：{verdict}。</translation>
        </message>
    </context>
    <context>
        <name>ClassLine</name>
        <message>
            <source>Class  Shift+F2</source>
            <translation>分类  Shift+F2</translation>
        </message>
        <message>
            <source>Lost since {day}</source>
            <translation>{day} 起流失</translation>
        </message>
        <message>
            <source>Why this class; set another one</source>
            <translation>为什么是这一类；改设分类</translation>
        </message>
        <message numerus="yes">
            <source>{badge} and %n more</source>
            <translation>
                <numerusform>{badge}，另有 %n 项</numerusform>
            </translation>
        </message>
        <message>
            <source>{value_class} (by hand)</source>
            <translation>{value_class}（人工）</translation>
        </message>
    </context>
    <context>
        <name>ClassWindow</name>
        <message>
            <source>By the rules: {value_class}</source>
            <translation>按规则：{value_class}</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Keep  Ctrl+Enter</source>
            <translation>保存  Ctrl+Enter</translation>
        </message>
        <message>
            <source>Opinion leader, by position or business</source>
            <translation>意见领袖（职务或行业影响）</translation>
        </message>
        <message>
            <source>Value class</source>
            <translation>价值分类</translation>
        </message>
        <message>
            <source>Valued for: {badges}</source>
            <translation>重点客户：{badges}</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>by the rules</source>
            <translation>按规则</translation>
        </message>
    </context>
    <context>
        <name>ClassesSection</name>
        <message numerus="yes">
            <source>%n customer(s) changed.</source>
            <translation>
                <numerusform>%n 位客户有变化。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lost</source>
            <translation>
                <numerusform>流失 %n 位</numerusform>
            </translation>
        </message>
        <message>
            <source>A year before</source>
            <translation>去年同月</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>As of {day}</source>
            <translation>截至 {day}</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>Churn</source>
            <translation>流失率</translation>
        </message>
        <message>
            <source>Churn = lost in the month / active at its start. Not since = of those who came in the same month a year before, who have not come since.</source>
            <translation>流失率 = 当月流失 / 月初有效客户。未再来 = 去年同月来过、此后没有再来的客户。</translation>
        </message>
        <message>
            <source>Compute now  F5</source>
            <translation>立即更新  F5</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Keep  Ctrl+Enter</source>
            <translation>保存  Ctrl+Enter</translation>
        </message>
        <message>
            <source>Kept.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>流失</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Not since</source>
            <translation>未再来</translation>
        </message>
        <message>
            <source>Nothing to be counted yet.</source>
            <translation>还没有可统计的数据。</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>The reception reads this when a car of the class is found.</source>
            <translation>接待时打开车辆，前台会看到这一类的措施。</translation>
        </message>
        <message>
            <source>What is done for each class</source>
            <translation>各类客户的服务措施</translation>
        </message>
        <message>
            <source>Won back</source>
            <translation>赢回</translation>
        </message>
    </context>
    <context>
        <name>ClockNotice</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n 小时</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n 分钟</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n 年</numerusform>
            </translation>
        </message>
        <message>
            <source>The PC's clock was set ahead by {span} and now says {time}. Please check it: times, due lists and deadlines follow it.</source>
            <translation>电脑时间被往前调了 {span}，现在显示 {time}。请核对：登记时间、到期清单和时限都以它为准。</translation>
        </message>
        <message>
            <source>The PC's clock was set back by {span} and now says {time}. Please check it: times, due lists and deadlines follow it.</source>
            <translation>电脑时间被往回调了 {span}，现在显示 {time}。请核对：登记时间、到期清单和时限都以它为准。</translation>
        </message>
        <message>
            <source>The PC's time zone was changed; its clock now says {time}. Please check it: days and hours for calls follow it.</source>
            <translation>电脑时区已改变，现在显示 {time}。请核对：日期和可拨打时段都以它为准。</translation>
        </message>
    </context>
    <context>
        <name>ClosingDialog</name>
        <message>
            <source>Close without it</source>
            <translation>不备份直接关闭</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>正在关闭</translation>
        </message>
        <message>
            <source>Do not close</source>
            <translation>暂不关闭</translation>
        </message>
        <message>
            <source>Making the backup …</source>
            <translation>正在备份…</translation>
        </message>
        <message>
            <source>No backup could be made.</source>
            <translation>没有建立备份。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>What was done today is saved already; this is the copy of it.</source>
            <translation>今天的内容都已保存，这里是在另存一份备份。</translation>
        </message>
    </context>
    <context>
        <name>Compare</name>
        <message>
            <source>All mine (Alt+1)</source>
            <translation>全部用我的 (Alt+1)</translation>
        </message>
        <message>
            <source>All stored (Alt+2)</source>
            <translation>全部用已保存的 (Alt+2)</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>返回 (Esc)</translation>
        </message>
        <message>
            <source>Choose for each field. Nothing is saved before you save the form.</source>
            <translation>逐项选择。保存表单之前不会写入任何内容。</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>对照</translation>
        </message>
        <message>
            <source>Stored now</source>
            <translation>当前已保存</translation>
        </message>
        <message>
            <source>Stored now – {name}</source>
            <translation>当前已保存 – {name}</translation>
        </message>
        <message>
            <source>Take over (Ctrl+Enter)</source>
            <translation>采用 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>The form is no longer open for you. What you typed can be copied here.</source>
            <translation>此表单已不能由您填写。您填写的内容可在此复制。</translation>
        </message>
        <message>
            <source>You typed</source>
            <translation>您填写的</translation>
        </message>
    </context>
    <context>
        <name>ComplaintsPage</name>
        <message numerus="yes">
            <source>%n complaint(s) behind: {title}</source>
            <translation>
                <numerusform>{title}：共 %n 件投诉</numerusform>
            </translation>
        </message>
        <message>
            <source>After registering: the customer was told just now</source>
            <translation>登记后：刚刚已告知客户</translation>
        </message>
        <message>
            <source>Another step that is possible now</source>
            <translation>此时可办理的其他步骤</translation>
        </message>
        <message>
            <source>Back to the list; what is typed is kept</source>
            <translation>返回列表，已填写的内容会保留</translation>
        </message>
        <message>
            <source>Complaint registration form</source>
            <translation>顾客投诉登记表</translation>
        </message>
        <message>
            <source>Evidence: Enter opens, Ctrl+V pastes, Del withdraws</source>
            <translation>证据：Enter 打开，Ctrl+V 粘贴，Del 撤下</translation>
        </message>
        <message>
            <source>In an incoming call: a complaint instead of a note</source>
            <translation>来电中：不记档案，改为登记投诉</translation>
        </message>
        <message>
            <source>Monthly complaint review list</source>
            <translation>投诉月度评审表</translation>
        </message>
        <message>
            <source>New action that follows from the complaint</source>
            <translation>由投诉制定新措施</translation>
        </message>
        <message>
            <source>New complaint of the customer shown</source>
            <translation>为当前顾客新建投诉</translation>
        </message>
        <message>
            <source>New penalty</source>
            <translation>新处罚</translation>
        </message>
        <message>
            <source>Print the complaint registration form</source>
            <translation>打印顾客投诉登记表</translation>
        </message>
        <message>
            <source>Print the review list of a month</source>
            <translation>打印某月的投诉月度评审表</translation>
        </message>
        <message>
            <source>Proof pack of the ticket, to be verified anywhere</source>
            <translation>此投诉单的证据包，随处可核验</translation>
        </message>
        <message>
            <source>Show all again</source>
            <translation>恢复全部</translation>
        </message>
        <message>
            <source>Take the step; register</source>
            <translation>办理此步骤；登记</translation>
        </message>
        <message>
            <source>While registering: open what it would repeat</source>
            <translation>登记时：打开重复的上一件投诉</translation>
        </message>
    </context>
    <context>
        <name>ConfirmWindow</name>
        <message>
            <source>Cancel (Esc)</source>
            <translation>取消（Esc）</translation>
        </message>
        <message>
            <source>Confirm (Enter)</source>
            <translation>确认（回车）</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Please confirm</source>
            <translation>请确认</translation>
        </message>
    </context>
    <context>
        <name>ConflictHelp</name>
        <message>
            <source>Compare …</source>
            <translation>对照…</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>用我的</translation>
        </message>
        <message>
            <source>Someone else has saved this meanwhile.</source>
            <translation>期间已有其他人保存。</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>用对方的</translation>
        </message>
        <message>
            <source>They changed other fields; both go together.</source>
            <translation>对方改的是其他项，两边的内容可以合在一起。</translation>
        </message>
        <message>
            <source>What you typed is kept; it can no longer be saved here.</source>
            <translation>您填写的内容已暂存，但已不能在此保存。</translation>
        </message>
        <message>
            <source>You both changed: {fields}.</source>
            <translation>两人都改了：{fields}。</translation>
        </message>
        <message>
            <source>{field}: {text}</source>
            <translation>{field}：{text}</translation>
        </message>
        <message>
            <source>{name} has saved this meanwhile ({when}).</source>
            <translation>期间 {name} 已保存（{when}）。</translation>
        </message>
    </context>
    <context>
        <name>CuesForm</name>
        <message>
            <source>Do, Chinese</source>
            <translation>要点（中文）</translation>
        </message>
        <message>
            <source>Don't, Chinese</source>
            <translation>禁忌（中文）</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
    </context>
    <context>
        <name>CuesLine</name>
        <message>
            <source>Do: {cue}</source>
            <translation>要：{cue}</translation>
        </message>
        <message>
            <source>Don't: {cue}</source>
            <translation>不要：{cue}</translation>
        </message>
    </context>
    <context>
        <name>CuesPanel</name>
        <message>
            <source>Do</source>
            <translation>要</translation>
        </message>
        <message>
            <source>Do and don't</source>
            <translation>话术要点</translation>
        </message>
        <message>
            <source>Don't</source>
            <translation>不要</translation>
        </message>
    </context>
    <context>
        <name>CustomerForm</name>
        <message>
            <source>Any part, such as Nanshan</source>
            <translation>输入任一部分，如 南山</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Call hours</source>
            <translation>方便时间</translation>
        </message>
        <message>
            <source>Card until</source>
            <translation>会员到期</translation>
        </message>
        <message>
            <source>District</source>
            <translation>省市区</translation>
        </message>
        <message>
            <source>Do not call</source>
            <translation>请勿致电</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Employer</source>
            <translation>工作单位</translation>
        </message>
        <message>
            <source>Found wrong or empty in a call: ask for the right one</source>
            <translation>回访时发现错号/空号：请向客户核对</translation>
        </message>
        <message>
            <source>From the ID number</source>
            <translation>根据身份证号填写</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>ID / code</source>
            <translation>证件号</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>会员级别</translation>
        </message>
        <message>
            <source>Lunar</source>
            <translation>农历生日</translation>
        </message>
        <message>
            <source>Member no.</source>
            <translation>会员卡号</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>职业</translation>
        </message>
        <message>
            <source>Phone {n}</source>
            <translation>电话 {n}</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>信息来源</translation>
        </message>
        <message>
            <source>Street</source>
            <translation>街道门牌</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>机主</translation>
        </message>
    </context>
    <context>
        <name>CustomersPage</name>
        <message>
            <source>All fields of a car</source>
            <translation>车辆全部项目</translation>
        </message>
        <message>
            <source>Choose a file at the left, or find one with Ctrl+K.</source>
            <translation>请在左侧选择档案，或按 Ctrl+K 查找。</translation>
        </message>
        <message>
            <source>Choose what of the past is shown</source>
            <translation>选择显示哪些往来</translation>
        </message>
        <message>
            <source>Edit the file</source>
            <translation>修改档案</translation>
        </message>
        <message>
            <source>Filter the list</source>
            <translation>筛选列表</translation>
        </message>
        <message>
            <source>Import a delivery sheet</source>
            <translation>导入交车表</translation>
        </message>
        <message>
            <source>New customer file</source>
            <translation>新建客户档案</translation>
        </message>
        <message>
            <source>New customer file  Ctrl+N</source>
            <translation>新建客户档案  Ctrl+N</translation>
        </message>
        <message>
            <source>Register a complaint</source>
            <translation>登记投诉</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>已保存。</translation>
        </message>
        <message>
            <source>Show the full ID number</source>
            <translation>显示完整证件号</translation>
        </message>
        <message>
            <source>Start intake</source>
            <translation>开始接待</translation>
        </message>
        <message>
            <source>The car changed hands</source>
            <translation>车辆过户</translation>
        </message>
        <message>
            <source>The car is this customer's from today.</source>
            <translation>车辆自今日起过户到本客户名下。</translation>
        </message>
        <message>
            <source>Turn to the cars</source>
            <translation>切换到车辆</translation>
        </message>
        <message>
            <source>Who saw and changed this file</source>
            <translation>谁看过、改过此档案</translation>
        </message>
        <message>
            <source>Why this value class</source>
            <translation>为什么是这一类</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>写备注</translation>
        </message>
    </context>
    <context>
        <name>DateField</name>
        <message>
            <source>2026-11-05, 11/5, today, +3</source>
            <translation>2026-11-05、11/5、今天、+3</translation>
        </message>
        <message>
            <source>Calendar (F4)</source>
            <translation>日历 (F4)</translation>
        </message>
    </context>
    <context>
        <name>DateTimeField</name>
        <message>
            <source>14:30, tomorrow 9:00, +2h</source>
            <translation>14:30、明天 9:00、+2h</translation>
        </message>
    </context>
    <context>
        <name>DealershipSection</name>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Booking telephone</source>
            <translation>预约电话</translation>
        </message>
        <message>
            <source>Lay the new sheet in the safe and destroy the old one.</source>
            <translation>请把新恢复单放入保险柜，并销毁旧单。</translation>
        </message>
        <message>
            <source>Make a new recovery sheet … (Ctrl+Shift+R)</source>
            <translation>重新生成恢复单… (Ctrl+Shift+R)</translation>
        </message>
        <message>
            <source>Make a new recovery sheet?</source>
            <translation>重新生成恢复单？</translation>
        </message>
        <message>
            <source>Make a new sheet</source>
            <translation>重新生成</translation>
        </message>
        <message>
            <source>Name of the dealership</source>
            <translation>门店名称</translation>
        </message>
        <message>
            <source>On letters and forms</source>
            <translation>信函和表单上的内容</translation>
        </message>
        <message>
            <source>Recovery sheet</source>
            <translation>恢复单</translation>
        </message>
        <message>
            <source>Rescue telephone</source>
            <translation>救援电话</translation>
        </message>
        <message>
            <source>Save (Ctrl+Enter)</source>
            <translation>保存 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Saved. New prints show it at once.</source>
            <translation>已保存，新打印的表单立即采用。</translation>
        </message>
        <message>
            <source>Service telephone</source>
            <translation>服务电话</translation>
        </message>
        <message>
            <source>Show the sheet</source>
            <translation>显示恢复单</translation>
        </message>
        <message>
            <source>The new sheet is neither printed nor saved yet, and the old one is void.</source>
            <translation>新恢复单尚未打印或保存，而旧单已作废。</translation>
        </message>
        <message>
            <source>The sheet in the safe opens the data when every password is lost, also from a backup on a new PC. Make a new one when the old was lost or seen by others.</source>
            <translation>所有密码都遗失时，保险柜里的恢复单可以打开数据，也可以在新电脑上打开备份。旧单遗失或被他人看到时，请重新生成。</translation>
        </message>
        <message>
            <source>The sheet that lies in the safe now will open nothing any more. Print the new one at once and put it in its place.</source>
            <translation>保险柜里现有的恢复单将不能再打开任何数据。请立即打印新单并替换旧单。</translation>
        </message>
    </context>
    <context>
        <name>DeclineForm</name>
        <message>
            <source>Price, time, wants to think it over, goes elsewhere …</source>
            <translation>价格、时间、再考虑、去别处修……</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>未修原因</translation>
        </message>
    </context>
    <context>
        <name>DeliveriesSection</name>
        <message>
            <source>By</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>Cars delivered</source>
            <translation>交车台数</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>更新</translation>
        </message>
        <message>
            <source>Choose a folder …</source>
            <translation>选择文件夹…</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>每日交车</translation>
        </message>
        <message>
            <source>Folder not found: {path}</source>
            <translation>找不到文件夹：{path}</translation>
        </message>
        <message>
            <source>Folder of delivery sheets</source>
            <translation>交车表所在文件夹</translation>
        </message>
        <message>
            <source>For good</source>
            <translation>不可撤销</translation>
        </message>
        <message>
            <source>Import a sheet</source>
            <translation>导入交车表</translation>
        </message>
        <message>
            <source>Import it</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>导入时间</translation>
        </message>
        <message>
            <source>Imports</source>
            <translation>导入记录</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>有效</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>New sheets are looked for in {path}</source>
            <translation>新交车表所在文件夹：{path}</translation>
        </message>
        <message>
            <source>No delivery sheet has been imported yet.</source>
            <translation>还没有导入过交车表。</translation>
        </message>
        <message>
            <source>No delivery that day</source>
            <translation>当日无交车</translation>
        </message>
        <message>
            <source>No folder is watched for new sheets.</source>
            <translation>未设置交车表文件夹。</translation>
        </message>
        <message>
            <source>Rejected</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>交车表</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>已撤回。</translation>
        </message>
        <message>
            <source>The import of “{file}” is undone.</source>
            <translation>“{file}”的导入已撤销。</translation>
        </message>
        <message>
            <source>Told</source>
            <translation>登记时间</translation>
        </message>
        <message>
            <source>Undo the import</source>
            <translation>撤销导入</translation>
        </message>
        <message>
            <source>Undo the import (Del)</source>
            <translation>撤销导入 (Del)</translation>
        </message>
        <message>
            <source>Undo the import of “{file}”? {created} new and {updated} changed cars.</source>
            <translation>撤销“{file}”的导入？新增 {created} 台、更新 {updated} 台车将一并恢复原样。</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>Watch no folder</source>
            <translation>不再查看文件夹</translation>
        </message>
        <message>
            <source>{day}: no delivery.</source>
            <translation>{day}：当日无交车。</translation>
        </message>
        <message>
            <source>“{file}” lies in the folder and is not imported yet.</source>
            <translation>文件夹里有尚未导入的“{file}”。</translation>
        </message>
    </context>
    <context>
        <name>DeskPanel</name>
        <message>
            <source>Another car</source>
            <translation>换一辆车</translation>
        </message>
        <message>
            <source>Appointment</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>Ctrl+P saves and prints the sheet in one go</source>
            <translation>Ctrl+P 保存并打印接车单，一步完成</translation>
        </message>
        <message>
            <source>Customer agrees: save</source>
            <translation>客户同意，保存</translation>
        </message>
        <message>
            <source>Save without agreement</source>
            <translation>未确认，先保存</translation>
        </message>
        <message>
            <source>Walk-around</source>
            <translation>环车检查</translation>
        </message>
    </context>
    <context>
        <name>DeskStatusBar</name>
        <message numerus="yes">
            <source>%n unsent message(s)</source>
            <translation>
                <numerusform>%n 条消息未发送</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <comment>between roles</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Backup on this PC</source>
            <translation>本机上的备份</translation>
        </message>
        <message>
            <source>Last backup {ago}</source>
            <translation>上次备份：{ago}</translation>
        </message>
        <message>
            <source>No backup could be made</source>
            <translation>没能建立备份</translation>
        </message>
        <message>
            <source>No backup yet</source>
            <translation>尚无备份</translation>
        </message>
        <message>
            <source>Plug the second place in, so that the newest backup is copied there.</source>
            <translation>请接上第二位置，以便复制最新的备份。</translation>
        </message>
        <message>
            <source>Second place {ago}</source>
            <translation>第二位置 {ago}</translation>
        </message>
        <message>
            <source>Second place: no copy yet</source>
            <translation>第二位置：还没有副本</translation>
        </message>
        <message>
            <source>Where the data lies</source>
            <translation>数据所在位置</translation>
        </message>
    </context>
    <context>
        <name>DeskView</name>
        <message>
            <source>Nothing here has the number {number}.</source>
            <translation>没有编号为 {number} 的单据。</translation>
        </message>
        <message>
            <source>Tabs</source>
            <translation>标签页</translation>
        </message>
        <message>
            <source>{number} was scanned. Close the open window first, then scan again.</source>
            <translation>已扫描 {number}。请先关闭打开的窗口，再扫描一次。</translation>
        </message>
    </context>
    <context>
        <name>Dialling</name>
        <message>
            <source>No telephone program took the number; it is copied, to be dialled.</source>
            <translation>电脑上没有电话程序接收号码；号码已复制，请手动拨打。</translation>
        </message>
    </context>
    <context>
        <name>DraftKeeper</name>
        <message>
            <source>Compare …</source>
            <translation>对照…</translation>
        </message>
        <message>
            <source>Continue</source>
            <translation>继续填写</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>丢弃</translation>
        </message>
        <message>
            <source>Not kept yet: {reason} What you typed stays here; it is tried again.</source>
            <translation>尚未暂存：{reason} 填写的内容仍在此处，正在重试。</translation>
        </message>
        <message>
            <source>The record was changed since by {name} ({when}).</source>
            <translation>此后 {name} 改过这份记录（{when}）。</translation>
        </message>
        <message>
            <source>The record was changed since.</source>
            <translation>此后这份记录被改过。</translation>
        </message>
        <message>
            <source>You began this {when}; it is not saved yet.</source>
            <translation>您{when}开始填写，尚未保存。</translation>
        </message>
    </context>
    <context>
        <name>DrawPanel</name>
        <message numerus="yes">
            <source>%n call(s) to draw from</source>
            <translation>
                <numerusform>可抽取 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n chosen by hand</source>
            <translation>
                <numerusform>已选 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>All kinds</source>
            <translation>全部类型</translation>
        </message>
        <message>
            <source>Back to the checks</source>
            <translation>返回抽查列表</translation>
        </message>
        <message>
            <source>Caller</source>
            <translation>回访人</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成时间</translation>
        </message>
        <message>
            <source>Done from</source>
            <translation>回访日期从</translation>
        </message>
        <message>
            <source>Draw</source>
            <translation>抽取</translation>
        </message>
        <message>
            <source>Everyone</source>
            <translation>全部人员</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>通话分钟</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>满意度</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>There is no finished call to draw from.</source>
            <translation>没有可抽取的已完成回访。</translation>
        </message>
        <message>
            <source>to</source>
            <translation>到</translation>
        </message>
    </context>
    <context>
        <name>DuplicatesSection</name>
        <message>
            <source>Both are as they were.</source>
            <translation>已恢复原样。</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>Car {car}</source>
            <translation>车辆 {car}</translation>
        </message>
        <message>
            <source>File</source>
            <translation>档案</translation>
        </message>
        <message>
            <source>Files with the same number, ID number, car or address appear here.</source>
            <translation>电话、身份证号、车辆或住址相同的档案会列在这里。</translation>
        </message>
        <message>
            <source>For good</source>
            <translation>不可撤销</translation>
        </message>
        <message>
            <source>Into</source>
            <translation>并入</translation>
        </message>
        <message>
            <source>Kept apart: they are offered no more.</source>
            <translation>已确认不是同一人，不再提示。</translation>
        </message>
        <message>
            <source>Likely</source>
            <translation>疑似重复</translation>
        </message>
        <message>
            <source>Looks like</source>
            <translation>疑似同一人</translation>
        </message>
        <message>
            <source>Merged</source>
            <translation>已合并</translation>
        </message>
        <message>
            <source>No two files look like one person's.</source>
            <translation>没有疑似重复的档案。</translation>
        </message>
        <message>
            <source>Nothing has been merged yet.</source>
            <translation>还没有合并过档案。</translation>
        </message>
        <message>
            <source>Shared</source>
            <translation>相同内容</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Undo the merge (Del)</source>
            <translation>撤销合并 (Del)</translation>
        </message>
        <message>
            <source>Undone</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>{gone} is now part of {number} {name}.</source>
            <translation>{gone} 已并入 {number} {name}。</translation>
        </message>
    </context>
    <context>
        <name>Editor</name>
        <message numerus="yes">
            <source>%n faults to mend before it can be published (F6).</source>
            <translation>
                <numerusform>发布前还有 %n 处要改（F6）。</numerusform>
            </translation>
        </message>
        <message>
            <source>Back to the list (Esc)</source>
            <translation>回到列表（Esc）</translation>
        </message>
        <message>
            <source>Cues, one a line</source>
            <translation>提示，每行一条</translation>
        </message>
        <message>
            <source>Discard the changes</source>
            <translation>放弃修改</translation>
        </message>
        <message>
            <source>Ins adds · Del removes · Ctrl+D doubles · Ctrl+↑/↓ moves</source>
            <translation>Ins 添加 · Del 删除 · Ctrl+D 复制 · Ctrl+↑/↓ 移动</translation>
        </message>
        <message>
            <source>Nothing is wrong: it can be published.</source>
            <translation>没有问题，可以发布。</translation>
        </message>
        <message>
            <source>Publish (Ctrl+Enter)</source>
            <translation>发布（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Steps of the script</source>
            <translation>话术步骤</translation>
        </message>
        <message>
            <source>What is wrong with the script</source>
            <translation>话术中的问题</translation>
        </message>
    </context>
    <context>
        <name>EndForm</name>
        <message>
            <source>Comes for maintenance on</source>
            <translation>约好来保养的日期</translation>
        </message>
        <message>
            <source>If the customer has named a day. It goes into the customer's file.</source>
            <translation>客户说了日期时填写，会记入客户档案。</translation>
        </message>
        <message>
            <source>Send thanks with the numbers to ring (M)</source>
            <translation>发送致谢短信，附预约和救援电话（M）</translation>
        </message>
    </context>
    <context>
        <name>EntryCard</name>
        <message>
            <source>No entry chosen</source>
            <translation>未选择记录</translation>
        </message>
        <message>
            <source>Open the record (Enter)</source>
            <translation>打开该记录 (Enter)</translation>
        </message>
    </context>
    <context>
        <name>EntryForm</name>
        <message>
            <source>How long</source>
            <translation>时长</translation>
        </message>
        <message>
            <source>When</source>
            <translation>通话时间</translation>
        </message>
        <message>
            <source>Who called</source>
            <translation>回访人</translation>
        </message>
        <message>
            <source>min</source>
            <translation>分钟</translation>
        </message>
    </context>
    <context>
        <name>EntryList</name>
        <message>
            <source>What was said and done, newest first</source>
            <translation>办理记录，最新在前</translation>
        </message>
        <message>
            <source>round {number}</source>
            <translation>第 {number} 轮</translation>
        </message>
    </context>
    <context>
        <name>EvidenceDesk</name>
        <message numerus="yes">
            <source>%n file(s) added.</source>
            <translation>
                <numerusform>已添加 %n 个文件。</numerusform>
            </translation>
        </message>
        <message>
            <source>Add evidence</source>
            <translation>添加证据</translation>
        </message>
        <message>
            <source>Adding evidence</source>
            <translation>正在添加证据</translation>
        </message>
        <message>
            <source>All files ({patterns})</source>
            <translation>所有文件 ({patterns})</translation>
        </message>
        <message>
            <source>Export evidence</source>
            <translation>导出证据</translation>
        </message>
        <message>
            <source>Exported as {file}.</source>
            <translation>已导出为 {file}。</translation>
        </message>
        <message>
            <source>Pictures, PDF, recordings ({patterns})</source>
            <translation>图片、PDF、录音 ({patterns})</translation>
        </message>
        <message numerus="yes">
            <source>Stopped; %n file(s) were not added.</source>
            <translation>
                <numerusform>已停止，%n 个文件未添加。</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no picture or file on the clipboard.</source>
            <translation>剪贴板里没有图片或文件。</translation>
        </message>
    </context>
    <context>
        <name>EvidencePanel</name>
        <message>
            <source>Add files …</source>
            <translation>添加文件…</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>证据</translation>
        </message>
        <message>
            <source>Evidence ({count})</source>
            <translation>证据（{count}）</translation>
        </message>
        <message>
            <source>Export to a file … (Ctrl+S)</source>
            <translation>导出为文件…（Ctrl+S）</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Photos, scans and recordings: drop them anywhere on the ticket, paste a screenshot here (Ctrl+V), or choose files.</source>
            <translation>照片、扫描件、录音：拖到投诉单任意位置，或在此粘贴截图（Ctrl+V），或选择文件。</translation>
        </message>
        <message>
            <source>This is the signed sheet</source>
            <translation>这是签字单</translation>
        </message>
        <message>
            <source>Why is it withdrawn?</source>
            <translation>撤下的原因</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤下</translation>
        </message>
        <message>
            <source>Withdraw … (Del)</source>
            <translation>撤下…（Del）</translation>
        </message>
        <message>
            <source>Withdrawn: {why}</source>
            <translation>已撤下：{why}</translation>
        </message>
        <message>
            <source>{kind} (withdrawn)
{who}
{when}</source>
            <translation>{kind}（已撤下）
{who}
{when}</translation>
        </message>
        <message>
            <source>{size} MB</source>
            <translation>{size} MB</translation>
        </message>
    </context>
    <context>
        <name>FactsPanel</name>
        <message>
            <source>Advice</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Advisor</source>
            <translation>服务顾问</translation>
        </message>
        <message>
            <source>Also due in this household</source>
            <translation>同一家还有回访</translation>
        </message>
        <message>
            <source>Answered before at {hour}</source>
            <translation>上次 {hour} 接听</translation>
        </message>
        <message>
            <source>At the desk</source>
            <translation>交车时评价</translation>
        </message>
        <message>
            <source>Broken</source>
            <translation>未兑现</translation>
        </message>
        <message>
            <source>Car</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Consultant</source>
            <translation>销售顾问</translation>
        </message>
        <message>
            <source>Customer said</source>
            <translation>客户描述</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>交车日期</translation>
        </message>
        <message>
            <source>Dial</source>
            <translation>拨打</translation>
        </message>
        <message>
            <source>F6 takes it along when this call is through.</source>
            <translation>这个电话说完后，按 F6 接着回访。</translation>
        </message>
        <message>
            <source>Handed over</source>
            <translation>交车</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>已兑现</translation>
        </message>
        <message>
            <source>Last calls</source>
            <translation>历史回访</translation>
        </message>
        <message>
            <source>Mileage</source>
            <translation>里程</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>车型</translation>
        </message>
        <message>
            <source>Next service</source>
            <translation>下次保养</translation>
        </message>
        <message>
            <source>Nobody has called this customer yet.</source>
            <translation>还没有人给这位客户打过电话。</translation>
        </message>
        <message>
            <source>Old parts</source>
            <translation>旧件</translation>
        </message>
        <message>
            <source>Open complaints</source>
            <translation>未结投诉</translation>
        </message>
        <message>
            <source>Open the customer's file</source>
            <translation>打开客户档案</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>实收</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>Prefers calls: {hours}</source>
            <translation>希望接听时间：{hours}</translation>
        </message>
        <message>
            <source>Promised {when}</source>
            <translation>承诺 {when}</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Work done</source>
            <translation>本次服务</translation>
        </message>
        <message>
            <source>Wrong</source>
            <translation>错号</translation>
        </message>
    </context>
    <context>
        <name>FaultFields</name>
        <message>
            <source>A serious safety fault</source>
            <translation>严重安全故障</translation>
        </message>
        <message>
            <source>Fault of</source>
            <translation>故障部位</translation>
        </message>
        <message>
            <source>Repeats</source>
            <translation>返修自</translation>
        </message>
        <message>
            <source>The same within the limits; is it?</source>
            <translation>限期内同一部位修过，是否返修？</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>required</source>
            <translation>必填</translation>
        </message>
    </context>
    <context>
        <name>FiguresSection</name>
        <message>
            <source>Advisor</source>
            <translation>服务顾问</translation>
        </message>
        <message>
            <source>All advisors</source>
            <translation>全部顾问</translation>
        </message>
        <message>
            <source>Each intake the customer agrees to is measured by itself.</source>
            <translation>客户确认的每次接待都会自动计时。</translation>
        </message>
        <message>
            <source>Measured by the program: from the opened form to the customer's agreement on the same day. The median is shown, with n, the number of check-ins.</source>
            <translation>由程序自动计时：从打开登记到客户当天确认。显示的是中位数，n 为接车次数。</translation>
        </message>
        <message>
            <source>Median check-in minutes by week</source>
            <translation>每周接车用时中位数</translation>
        </message>
        <message>
            <source>Median, minutes</source>
            <translation>中位数（分钟）</translation>
        </message>
        <message>
            <source>No check-in in these weeks.</source>
            <translation>这几周没有接车记录。</translation>
        </message>
        <message>
            <source>Week from</source>
            <translation>周起始</translation>
        </message>
        <message>
            <source>n</source>
            <translation>n</translation>
        </message>
        <message>
            <source>{count} weeks</source>
            <translation>{count} 周</translation>
        </message>
    </context>
    <context>
        <name>FileHead</name>
        <message numerus="yes">
            <source>%n call(s) due</source>
            <translation>
                <numerusform>%n 个待回访</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open complaint(s)</source>
            <translation>
                <numerusform>%n 个未结投诉</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>来店 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>Begin a visit with this car</source>
            <translation>为这辆车办理接待登记</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>登记投诉</translation>
        </message>
        <message>
            <source>Ctrl+Enter saves customer and car together.</source>
            <translation>Ctrl+Enter 将客户与车辆一并保存。</translation>
        </message>
        <message>
            <source>Do not call</source>
            <translation>请勿致电</translation>
        </message>
        <message>
            <source>Formerly {car}, until {day}</source>
            <translation>原有 {car}，{day} 过户</translation>
        </message>
        <message>
            <source>Last visit {day}</source>
            <translation>最近来店 {day}</translation>
        </message>
        <message>
            <source>Looked after by {name}</source>
            <translation>客服 {name}</translation>
        </message>
        <message>
            <source>Merge with…</source>
            <translation>合并到…</translation>
        </message>
        <message>
            <source>New customer file</source>
            <translation>新建客户档案</translation>
        </message>
        <message>
            <source>Register a complaint</source>
            <translation>为该客户登记投诉</translation>
        </message>
        <message>
            <source>Show ID</source>
            <translation>显示证件号</translation>
        </message>
        <message>
            <source>Show the full ID number; noted</source>
            <translation>显示完整证件号（会留下记录）</translation>
        </message>
        <message>
            <source>Start intake</source>
            <translation>开始接待</translation>
        </message>
        <message>
            <source>This file and another one are the same customer's: merge them (Ctrl+M)</source>
            <translation>本档案与另一份档案是同一客户：合并 (Ctrl+M)</translation>
        </message>
        <message>
            <source>Who saw it</source>
            <translation>谁看过</translation>
        </message>
        <message>
            <source>Who saw this file's ID number and telephones, who changed it (Shift+F8)</source>
            <translation>谁查看过此档案的证件号和电话，谁改过它（Shift+F8）</translation>
        </message>
        <message>
            <source>Wrong number</source>
            <translation>错号/空号</translation>
        </message>
    </context>
    <context>
        <name>FilePane</name>
        <message>
            <source>Add car</source>
            <translation>添加车辆</translation>
        </message>
        <message>
            <source>Car</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Changed hands  Ctrl+H</source>
            <translation>车辆过户  Ctrl+H</translation>
        </message>
        <message>
            <source>Ctrl+PgUp and Ctrl+PgDn turn the tabs</source>
            <translation>Ctrl+PgUp / Ctrl+PgDn 切换页签</translation>
        </message>
        <message>
            <source>Customer and cars</source>
            <translation>客户与车辆</translation>
        </message>
        <message>
            <source>Customer file</source>
            <translation>客户资料</translation>
        </message>
        <message>
            <source>Discard what was typed</source>
            <translation>放弃输入</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多资料</translation>
        </message>
        <message>
            <source>Not saved yet</source>
            <translation>尚未保存</translation>
        </message>
        <message>
            <source>Save  Ctrl+Enter</source>
            <translation>保存  Ctrl+Enter</translation>
        </message>
    </context>
    <context>
        <name>FilePanel</name>
        <message>
            <source>All files ({patterns})</source>
            <translation>所有文件 ({patterns})</translation>
        </message>
        <message>
            <source>Choose a file …</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <source>Choose the delivery sheet</source>
            <translation>选择交车明细表</translation>
        </message>
        <message>
            <source>Drop the delivery sheet here</source>
            <translation>把交车明细表拖到这里</translation>
        </message>
        <message>
            <source>Excel (.xlsx, .xls) or text (.csv), in any usual layout</source>
            <translation>支持 Excel（.xlsx、.xls）和文本（.csv），常见的表头都能识别</translation>
        </message>
        <message>
            <source>Sheets ({patterns})</source>
            <translation>表格文件 ({patterns})</translation>
        </message>
        <message>
            <source>You see every row first. Nothing is stored before you agree.</source>
            <translation>先预览每一行，确认后才会保存。</translation>
        </message>
    </context>
    <context>
        <name>FilterRow</name>
        <message>
            <source>Everyone</source>
            <translation>所有人</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>From</source>
            <translation>自</translation>
        </message>
        <message>
            <source>Holds</source>
            <translation>包含</translation>
        </message>
        <message>
            <source>ID numbers and telephones seen</source>
            <translation>查看身份证号、电话</translation>
        </message>
        <message>
            <source>Name, plate, number or words of the entry</source>
            <translation>姓名、车牌、编号或记录内容</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>To</source>
            <translation>至</translation>
        </message>
        <message>
            <source>What</source>
            <translation>类别</translation>
        </message>
    </context>
    <context>
        <name>FoundingForm</name>
        <message>
            <source>Account name</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>At least 8 characters.</source>
            <translation>至少 8 个字符。</translation>
        </message>
        <message>
            <source>Booking telephone</source>
            <translation>预约电话</translation>
        </message>
        <message>
            <source>Create the data</source>
            <translation>建立数据</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Name of the dealership</source>
            <translation>门店名称</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Password again</source>
            <translation>再次输入密码</translation>
        </message>
        <message>
            <source>Rescue telephone</source>
            <translation>救援电话</translation>
        </message>
        <message>
            <source>Service telephone</source>
            <translation>服务电话</translation>
        </message>
        <message>
            <source>Set up Frontdesk</source>
            <translation>初次设置</translation>
        </message>
        <message>
            <source>The dealership</source>
            <translation>门店</translation>
        </message>
        <message>
            <source>Two minutes, once. What you type here stands on every printed form.</source>
            <translation>只需两分钟，只做一次。这里填写的内容会印在每张表单上。</translation>
        </message>
        <message>
            <source>You sign in with it; letters and digits.</source>
            <translation>登录时使用，可用文字和数字。</translation>
        </message>
        <message>
            <source>Your account</source>
            <translation>您的账号</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>您的姓名</translation>
        </message>
    </context>
    <context>
        <name>HandOverForm</name>
        <message>
            <source>Advice</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>As last time</source>
            <translation>与上次相同</translation>
        </message>
        <message>
            <source>Charged</source>
            <translation>实收金额</translation>
        </message>
        <message>
            <source>Charged {charged} of {agreed} agreed</source>
            <translation>实收 {charged}（客户同意 {agreed}）</translation>
        </message>
        <message>
            <source>Customer is</source>
            <translation>客户评价</translation>
        </message>
        <message>
            <source>Forecast from {km} km a day</source>
            <translation>按每天 {km} 公里预测</translation>
        </message>
        <message>
            <source>From the work agreed</source>
            <translation>根据维修项目填入</translation>
        </message>
        <message>
            <source>Next maintenance</source>
            <translation>下次保养</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>Replaced parts</source>
            <translation>更换配件</translation>
        </message>
        <message>
            <source>Six months, as the mileage gives no forecast</source>
            <translation>里程无法预测，按六个月计</translation>
        </message>
        <message>
            <source>What should be looked at next time</source>
            <translation>下次应检查或更换什么</translation>
        </message>
        <message>
            <source>customer pays {own}</source>
            <translation>客户自付 {own}</translation>
        </message>
        <message>
            <source>or at</source>
            <translation>或里程</translation>
        </message>
    </context>
    <context>
        <name>HouseLane</name>
        <message>
            <source>late</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>repeat repair</source>
            <translation>返修</translation>
        </message>
    </context>
    <context>
        <name>HouseSection</name>
        <message>
            <source>First-time fix {rate} of {n} repairs in {days} days</source>
            <translation>一次修复率 {rate}（近 {days} 天，n={n}）</translation>
        </message>
        <message>
            <source>to a car, and open it</source>
            <translation>选车并打开</translation>
        </message>
        <message>
            <source>{cars} in the house  ·  {late} late  ·  {soon} soon due</source>
            <translation>在店 {cars} 辆  ·  超时 {late}  ·  即将到时 {soon}</translation>
        </message>
    </context>
    <context>
        <name>HouseholdOffer</name>
        <message>
            <source>Still on the line? Also due in this household: {call}.</source>
            <translation>客户还在线上？同一家还有：{call}。</translation>
        </message>
        <message>
            <source>Take it along (F6)</source>
            <translation>接着回访（F6）</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Another file …</source>
            <translation>换一个文件…</translation>
        </message>
        <message>
            <source>Cancelled. Nothing was stored.</source>
            <translation>已取消，没有保存任何内容。</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message numerus="yes">
            <source>Import %n row(s)</source>
            <translation>
                <numerusform>导入 %n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>Import (Ctrl+Enter)</source>
            <translation>导入 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Import delivery sheet</source>
            <translation>导入交车明细</translation>
        </message>
        <message>
            <source>Importing {file}</source>
            <translation>正在导入 {file}</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>工作表</translation>
        </message>
        <message>
            <source>{read} read · {created} new · {updated} known · {rejected} at fault</source>
            <translation>共 {read} 行 · 新车 {created} 台 · 已有 {updated} 台 · 有误 {rejected} 行</translation>
        </message>
    </context>
    <context>
        <name>InHouse</name>
        <message>
            <source>Change slip {number}</source>
            <translation>变更确认单 {number}</translation>
        </message>
        <message>
            <source>Intake sheet {number}</source>
            <translation>接车单 {number}</translation>
        </message>
        <message>
            <source>Settlement {number}</source>
            <translation>结算单 {number}</translation>
        </message>
        <message>
            <source>Show what is saved</source>
            <translation>查看已保存的内容</translation>
        </message>
        <message>
            <source>The change of {number} is recorded.</source>
            <translation>{number} 的变更已记录。</translation>
        </message>
        <message>
            <source>The signature is kept; it stands on the next print.</source>
            <translation>签名已保存，将印在下一份接车单上。</translation>
        </message>
        <message>
            <source>The words are kept beside those of {number}.</source>
            <translation>已在 {number} 的原话旁补记。</translation>
        </message>
        <message>
            <source>{number} is handed over.</source>
            <translation>{number} 已交车。</translation>
        </message>
        <message>
            <source>{number} is in the workshop again.</source>
            <translation>{number} 已返回车间。</translation>
        </message>
        <message>
            <source>{number} is in the workshop.</source>
            <translation>{number} 开始维修。</translation>
        </message>
        <message>
            <source>{number} is noted as a no-show.</source>
            <translation>{number} 已记为失约。</translation>
        </message>
        <message>
            <source>{number} is noted as left without the work.</source>
            <translation>{number} 已记为报单未修。</translation>
        </message>
        <message>
            <source>{number} is ready.</source>
            <translation>{number} 已完工。</translation>
        </message>
    </context>
    <context>
        <name>IncomingDesk</name>
        <message>
            <source>Drop it</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Drop this call</source>
            <translation>放弃此来电</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>打开档案</translation>
        </message>
        <message>
            <source>The call is kept as a note in the file of {name}.</source>
            <translation>来电已记入{name}的客户档案。</translation>
        </message>
        <message>
            <source>What was written down in this call is thrown away.</source>
            <translation>本次来电已记录的内容将被丢弃。</translation>
        </message>
    </context>
    <context>
        <name>IncomingView</name>
        <message>
            <source>Drop this call</source>
            <translation>放弃此来电</translation>
        </message>
        <message>
            <source>Incoming call</source>
            <translation>来电受理</translation>
        </message>
        <message>
            <source>Keep as a note</source>
            <translation>记入客户档案</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登记受理</translation>
        </message>
        <message>
            <source>new file</source>
            <translation>新建档案</translation>
        </message>
    </context>
    <context>
        <name>IntakeBoard</name>
        <message>
            <source>Advisor</source>
            <translation>服务顾问</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>到店时间</translation>
        </message>
        <message>
            <source>Car</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>交车</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>车型</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
    </context>
    <context>
        <name>IntakeForm</name>
        <message>
            <source>A usual job; name the real time</source>
            <translation>按一般工时估计，请填写实际时间</translation>
        </message>
        <message>
            <source>As last time</source>
            <translation>与上次相同</translation>
        </message>
        <message>
            <source>As the customer says it</source>
            <translation>照客户的原话记录</translation>
        </message>
        <message>
            <source>Belongings</source>
            <translation>随车物品</translation>
        </message>
        <message>
            <source>Brought by</source>
            <translation>送修人</translation>
        </message>
        <message>
            <source>Damage seen</source>
            <translation>环车检查</translation>
        </message>
        <message>
            <source>Estimated; read the odometer</source>
            <translation>估计值，请核对仪表</translation>
        </message>
        <message>
            <source>Fuel</source>
            <translation>油量</translation>
        </message>
        <message>
            <source>How</source>
            <translation>表现</translation>
        </message>
        <message>
            <source>How it shows, what was tried</source>
            <translation>怎样表现，试过什么办法</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>预期费用</translation>
        </message>
        <message>
            <source>Last {km} km on {day}</source>
            <translation>上次 {km} 公里（{day}）</translation>
        </message>
        <message>
            <source>Mileage</source>
            <translation>里程</translation>
        </message>
        <message>
            <source>Our reading</source>
            <translation>初步判断</translation>
        </message>
        <message>
            <source>Own words</source>
            <translation>客户原话</translation>
        </message>
        <message>
            <source>Promised for</source>
            <translation>预计交车</translation>
        </message>
        <message>
            <source>Read back and confirmed</source>
            <translation>已向客户复述并得到确认</translation>
        </message>
        <message>
            <source>Read back and locked; add words in the visit</source>
            <translation>已复述并锁定；补充的话请在接车单中补记</translation>
        </message>
        <message>
            <source>Scratches, dents, glass</source>
            <translation>划痕、凹陷、玻璃</translation>
        </message>
        <message>
            <source>Since when, at what moment</source>
            <translation>何时开始，什么时候出现</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>The car's driver</source>
            <translation>本车司机</translation>
        </message>
        <message>
            <source>The owner</source>
            <translation>车主</translation>
        </message>
        <message>
            <source>Walk-around</source>
            <translation>环车检查</translation>
        </message>
        <message>
            <source>What</source>
            <translation>现象</translation>
        </message>
        <message>
            <source>What brings them here today</source>
            <translation>今天为什么来店</translation>
        </message>
        <message>
            <source>What happens</source>
            <translation>发生什么现象</translation>
        </message>
        <message>
            <source>What stays in the car</source>
            <translation>留在车上的物品</translation>
        </message>
        <message>
            <source>What the advisor makes of it</source>
            <translation>服务顾问的判断</translation>
        </message>
        <message>
            <source>What they expect to pay</source>
            <translation>客户预期花多少钱</translation>
        </message>
        <message>
            <source>When</source>
            <translation>何时</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>何处</translation>
        </message>
        <message>
            <source>Where on the car, on which road</source>
            <translation>车上哪个部位，什么路况</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>Who drives</source>
            <translation>平时谁驾驶</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>为何</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>维修项目</translation>
        </message>
    </context>
    <context>
        <name>IntakePage</name>
        <message>
            <source>Another car</source>
            <translation>换一辆车</translation>
        </message>
        <message>
            <source>Appointment; in a visit: back to the workshop</source>
            <translation>预约；在接车单中：返回车间</translation>
        </message>
        <message>
            <source>Blank sheet</source>
            <translation>空白接车单</translation>
        </message>
        <message>
            <source>Customer agrees: save; in a visit: its next step</source>
            <translation>客户同意并保存；在接车单中：下一步</translation>
        </message>
        <message>
            <source>In a field of the intake: phrases used before; Del forgets one</source>
            <translation>在登记的输入框里：以前用过的短语；Del 停用一条</translation>
        </message>
        <message>
            <source>In a visit: add to the customer's words</source>
            <translation>接车单里：补记客户的话</translation>
        </message>
        <message>
            <source>In a visit: register a complaint about it</source>
            <translation>在接待单中：登记投诉</translation>
        </message>
        <message>
            <source>In a visit: settlement, or the last change's slip</source>
            <translation>接车单中：结算单，或最近一次变更单</translation>
        </message>
        <message>
            <source>In a visit: the customer signs on the screen</source>
            <translation>接车单中：客户在屏幕上签名</translation>
        </message>
        <message>
            <source>Intake sheet</source>
            <translation>打印接车单</translation>
        </message>
        <message>
            <source>Intake sheet with its photos, or without: not as it is set</source>
            <translation>打印接车单：含照片或不含照片，与设置相反</translation>
        </message>
        <message>
            <source>Leaves without the work; did not come</source>
            <translation>报单未修；失约</translation>
        </message>
        <message>
            <source>New customer and car</source>
            <translation>新客户、新车辆</translation>
        </message>
        <message>
            <source>Next part of the intake</source>
            <translation>接待单的下一部分</translation>
        </message>
        <message>
            <source>Record a change</source>
            <translation>变更记录</translation>
        </message>
        <message>
            <source>Save without agreement</source>
            <translation>未确认，先保存</translation>
        </message>
        <message>
            <source>Saved as {number}.</source>
            <translation>已保存为 {number}。</translation>
        </message>
        <message>
            <source>This car is here or has an appointment already: {number}.</source>
            <translation>这辆车已在店或已有预约：{number}。</translation>
        </message>
        <message>
            <source>This customer has no car yet; add it to the file.</source>
            <translation>该客户还没有车辆，请先在档案中添加。</translation>
        </message>
        <message>
            <source>Walk-around: marks on the outline, lamps, photos</source>
            <translation>环车检查：车身图标记、故障灯、照片</translation>
        </message>
    </context>
    <context>
        <name>IntakeView</name>
        <message>
            <source>All visits</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Appointment</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Cars stand here from arrival to hand-over, late ones on top.</source>
            <translation>车辆从到店到交车都列在这里，超时的排在最前。</translation>
        </message>
        <message>
            <source>Choose a visit to see how it stands.</source>
            <translation>请在左侧选择接车单查看进度。</translation>
        </message>
        <message>
            <source>New customer and car</source>
            <translation>新客户、新车辆</translation>
        </message>
        <message>
            <source>No car is in the house.</source>
            <translation>店内没有车辆。</translation>
        </message>
        <message>
            <source>Save and begin the intake</source>
            <translation>保存并开始接待</translation>
        </message>
        <message>
            <source>Save the appointment</source>
            <translation>保存预约</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
    </context>
    <context>
        <name>ItemsField</name>
        <message>
            <source>An amount, 10% or 9折</source>
            <translation>金额、10% 或 9折</translation>
        </message>
        <message>
            <source>Declined</source>
            <translation>客户不做</translation>
        </message>
        <message>
            <source>Filled in from what was done last time; change what differs.</source>
            <translation>已按上次的项目填入，不同之处请修改。</translation>
        </message>
        <message>
            <source>{kinds}  ·  Enter: next cell  ·  Ctrl+Delete: remove the row</source>
            <translation>{kinds}  ·  回车：下一格  ·  Ctrl+Delete：删除本行</translation>
        </message>
    </context>
    <context>
        <name>ItemsModel</name>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Declined: {why}</source>
            <translation>未做：{why}</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Labour</source>
            <translation>工时费</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>优惠</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>配件</translation>
        </message>
        <message>
            <source>Pays</source>
            <translation>付款方</translation>
        </message>
        <message>
            <source>Qty</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Unit price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>项目</translation>
        </message>
    </context>
    <context>
        <name>KeepersCard</name>
        <message>
            <source>Customers of</source>
            <translation>转出人</translation>
        </message>
        <message>
            <source>Evenly to everybody who is there</source>
            <translation>平均分给在岗的客服专员</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>转给</translation>
        </message>
        <message>
            <source>Pass on customers (Ctrl+M)</source>
            <translation>客户转交（Ctrl+M）</translation>
        </message>
        <message>
            <source>Pass on … (Ctrl+Enter)</source>
            <translation>转交…（Ctrl+Enter）</translation>
        </message>
    </context>
    <context>
        <name>Keeping</name>
        <message>
            <source>Not kept yet: {reason} It is tried again.</source>
            <translation>尚未暂存：{reason} 正在重试。</translation>
        </message>
    </context>
    <context>
        <name>Keys</name>
        <message>
            <source>A call comes in: who is it?</source>
            <translation>有来电：是谁？</translation>
        </message>
        <message>
            <source>Account, language, appearance</source>
            <translation>账户、语言、外观</translation>
        </message>
        <message>
            <source>Calendar of a date field</source>
            <translation>日期栏的日历</translation>
        </message>
        <message>
            <source>Change person</source>
            <translation>换人</translation>
        </message>
        <message>
            <source>Choose in a row of choices</source>
            <translation>在一排选项中选择</translation>
        </message>
        <message>
            <source>Close, back</source>
            <translation>关闭、返回</translation>
        </message>
        <message>
            <source>Copy the chosen lines</source>
            <translation>复制选中的行</translation>
        </message>
        <message>
            <source>Filter the list</source>
            <translation>筛选列表</translation>
        </message>
        <message>
            <source>Go to a tab</source>
            <translation>转到标签页</translation>
        </message>
        <message>
            <source>In the search: new complaint</source>
            <translation>在搜索中：登记投诉</translation>
        </message>
        <message>
            <source>Load anew</source>
            <translation>重新载入</translation>
        </message>
        <message>
            <source>New line in a text of several lines</source>
            <translation>在多行文字中换行</translation>
        </message>
        <message>
            <source>Next field; in a list: open</source>
            <translation>下一栏；在列表中：打开</translation>
        </message>
        <message>
            <source>Save; in the search: new intake</source>
            <translation>保存；在搜索中：接待登记</translation>
        </message>
        <message>
            <source>Search from anywhere</source>
            <translation>随处搜索</translation>
        </message>
        <message>
            <source>Sign out</source>
            <translation>退出登录</translation>
        </message>
        <message>
            <source>Undo, within ten seconds</source>
            <translation>十秒内撤销</translation>
        </message>
    </context>
    <context>
        <name>KeysWindow</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>通用</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
    </context>
    <context>
        <name>KindRow</name>
        <message>
            <source>Default {figure}</source>
            <translation>默认 {figure}</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Restore the default of {name}</source>
            <translation>恢复“{name}”的默认值</translation>
        </message>
    </context>
    <context>
        <name>KindsSection</name>
        <message>
            <source>Given first to</source>
            <translation>先分给</translation>
        </message>
        <message>
            <source>How it is counted</source>
            <translation>怎样计算</translation>
        </message>
        <message>
            <source>Kind of call</source>
            <translation>回访类型</translation>
        </message>
        <message>
            <source>Of calls that are equally urgent the lower number is made first; with the same number the one whose last day comes first. Another number of days holds for calls made from then on.</source>
            <translation>同样紧急时，次序数字小的先打；数字相同，期限早到的先打。改动天数只对之后产生的回访生效。</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>次序</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
    </context>
    <context>
        <name>LateCard</name>
        <message numerus="yes">
            <source>%n new customer(s) without a specialist; F5 gives them out.</source>
            <translation>
                <numerusform>%n 位新客户还没有客服专员，按 F5 分配。</numerusform>
            </translation>
        </message>
        <message>
            <source>All new customers were contacted.</source>
            <translation>新客户都已联系。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Days</source>
            <translation>天数</translation>
        </message>
        <message>
            <source>Give to … (Ctrl+G)</source>
            <translation>转给…（Ctrl+G）</translation>
        </message>
        <message>
            <source>Not contacted in time (Ctrl+L)</source>
            <translation>未按时联系的新客户（Ctrl+L）</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>分配日</translation>
        </message>
        <message>
            <source>Specialist</source>
            <translation>客服专员</translation>
        </message>
    </context>
    <context>
        <name>LeftPages</name>
        <message>
            <source>Pages of the ticket</source>
            <translation>投诉单各页</translation>
        </message>
    </context>
    <context>
        <name>ListForm</name>
        <message numerus="yes">
            <source>%n call(s) to be made</source>
            <translation>
                <numerusform>将拨打 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fit</source>
            <translation>
                <numerusform>符合条件 %n 人</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n have such a call already</source>
            <translation>
                <numerusform>%n 人已有同类回访</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n want no calls</source>
            <translation>
                <numerusform>%n 人不接受电话</numerusform>
            </translation>
        </message>
        <message>
            <source>Address contains</source>
            <translation>地址包含</translation>
        </message>
        <message>
            <source>All customers</source>
            <translation>全部客户</translation>
        </message>
        <message>
            <source>Back to the lists (Esc)</source>
            <translation>返回名单 (Esc)</translation>
        </message>
        <message>
            <source>Birthday in month</source>
            <translation>生日月份</translation>
        </message>
        <message>
            <source>Calls from</source>
            <translation>开始日期</translation>
        </message>
        <message>
            <source>Delivered from</source>
            <translation>交车日期从</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Last visit from</source>
            <translation>最近进店从</translation>
        </message>
        <message>
            <source>Lost in</source>
            <translation>流失月份</translation>
        </message>
        <message>
            <source>Lost in {month}</source>
            <translation>{month}流失客户</translation>
        </message>
        <message>
            <source>Make the list</source>
            <translation>生成名单</translation>
        </message>
        <message>
            <source>Members only</source>
            <translation>仅会员</translation>
        </message>
        <message>
            <source>Model contains</source>
            <translation>车型包含</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>New call list</source>
            <translation>新建回访名单</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>客户细分</translation>
        </message>
        <message>
            <source>Who wants no calls, or has such a call still to come, is never on it.</source>
            <translation>不接受电话、或已有同类回访未打的客户不会列入。</translation>
        </message>
        <message>
            <source>Why we call</source>
            <translation>致电事由</translation>
        </message>
        <message>
            <source>until</source>
            <translation>至</translation>
        </message>
        <message>
            <source>{month}/{year}</source>
            <translation>{year}年{month}月</translation>
        </message>
    </context>
    <context>
        <name>ListPane</name>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n 份档案</numerusform>
            </translation>
        </message>
        <message>
            <source>All files</source>
            <translation>全部档案</translation>
        </message>
        <message>
            <source>Cars</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Do not call</source>
            <translation>请勿致电</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>下次保养</translation>
        </message>
        <message>
            <source>File</source>
            <translation>档案号</translation>
        </message>
        <message>
            <source>Filter the list</source>
            <translation>筛选列表</translation>
        </message>
        <message>
            <source>Filter: plate, phone, name …</source>
            <translation>筛选：车牌、电话、姓名…</translation>
        </message>
        <message>
            <source>Import a delivery sheet</source>
            <translation>导入交车表</translation>
        </message>
        <message>
            <source>Import a delivery sheet (Ctrl+I)</source>
            <translation>导入交车表（Ctrl+I）</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>最近来店</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>会员级别</translation>
        </message>
        <message>
            <source>Maintenance due</source>
            <translation>保养到期</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New  Ctrl+N</source>
            <translation>新建  Ctrl+N</translation>
        </message>
        <message>
            <source>New file  Ctrl+N</source>
            <translation>新建档案  Ctrl+N</translation>
        </message>
        <message>
            <source>New files</source>
            <translation>新建档案</translation>
        </message>
        <message>
            <source>No customer files yet.</source>
            <translation>还没有客户档案。</translation>
        </message>
        <message>
            <source>No file fits.</source>
            <translation>没有符合条件的档案。</translation>
        </message>
        <message>
            <source>Not seen for long</source>
            <translation>流失客户</translation>
        </message>
        <message>
            <source>Open complaint</source>
            <translation>投诉未结</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>信息来源</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message numerus="yes">
            <source>The first %n file(s); there are more</source>
            <translation>
                <numerusform>前 %n 份档案，后面还有</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The first {shown} of %n file(s)</source>
            <translation>
                <numerusform>共 %n 份档案，显示前 {shown} 份</numerusform>
            </translation>
        </message>
        <message>
            <source>They come from the delivery sheet (Ctrl+I) or with the first visit.</source>
            <translation>档案来自交车表（Ctrl+I 导入），或在客户首次来店时建立。</translation>
        </message>
        <message>
            <source>Valued for</source>
            <translation>重点客户</translation>
        </message>
        <message>
            <source>Wrong number</source>
            <translation>错号/空号</translation>
        </message>
    </context>
    <context>
        <name>ListView</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n 件超时</numerusform>
            </translation>
        </message>
        <message>
            <source>A call comes in (Ctrl+Shift+N, from anywhere)</source>
            <translation>有来电（Ctrl+Shift+N，任何界面可用）</translation>
        </message>
        <message>
            <source>Actions</source>
            <translation>措施</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Incoming call</source>
            <translation>来电受理</translation>
        </message>
        <message>
            <source>New complaint</source>
            <translation>新建投诉</translation>
        </message>
        <message>
            <source>No complaint waits for you.</source>
            <translation>没有等您办理的投诉。</translation>
        </message>
        <message>
            <source>One is registered from a customer found in the search (Alt+Enter), from a visit or from a callback whose customer is not satisfied.</source>
            <translation>在搜索框找到顾客后按 Alt+Enter 登记，也可从接待单登记；回访中顾客不满意时会自动带入。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未归档</translation>
        </message>
        <message>
            <source>There is no complaint here.</source>
            <translation>这里没有投诉。</translation>
        </message>
        <message>
            <source>Waiting for me</source>
            <translation>待我办理</translation>
        </message>
    </context>
    <context>
        <name>ListsSection</name>
        <message>
            <source>All made</source>
            <translation>已打完</translation>
        </message>
        <message>
            <source>Also closed ones</source>
            <translation>含已结束</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Caller</source>
            <translation>回访人</translation>
        </message>
        <message>
            <source>Choose a list to see whom it holds.</source>
            <translation>选中一份名单，查看其中的客户。</translation>
        </message>
        <message>
            <source>Close the list</source>
            <translation>结束名单</translation>
        </message>
        <message>
            <source>Close the list (Del)</source>
            <translation>结束名单 (Del)</translation>
        </message>
        <message numerus="yes">
            <source>Close “{name}”? %n open call(s) will be withdrawn.</source>
            <translation>
                <numerusform>结束“{name}”？%n 个未打的回访将撤销。</numerusform>
            </translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已结束</translation>
        </message>
        <message numerus="yes">
            <source>Closed; %n call(s) withdrawn.</source>
            <translation>
                <numerusform>已结束，撤销了 %n 个回访。</numerusform>
            </translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户数</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>From</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>最近进店</translation>
        </message>
        <message>
            <source>Made by</source>
            <translation>创建人</translation>
        </message>
        <message>
            <source>Make one of the customers lost in a month, or for a festival (Ins).</source>
            <translation>可按月生成流失客户名单，或为节日、活动生成名单 (Ins)。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>New list (Ins)</source>
            <translation>新建名单 (Ins)</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>There is no call list.</source>
            <translation>还没有回访名单。</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止</translation>
        </message>
        <message>
            <source>“{name}” is made; its calls are shared out.</source>
            <translation>“{name}”已生成，回访已分配。</translation>
        </message>
    </context>
    <context>
        <name>Looks</name>
        <message>
            <source>No longer important</source>
            <translation>不再提示</translation>
        </message>
        <message>
            <source>Note by {name}</source>
            <translation>{name} 的备注</translation>
        </message>
        <message>
            <source>Show at each visit</source>
            <translation>每次到店提示</translation>
        </message>
    </context>
    <context>
        <name>LunarField</name>
        <message>
            <source>6-3, leap 6-3</source>
            <translation>六月初三、6-3、闰6-3</translation>
        </message>
        <message>
            <source>no leap month</source>
            <translation>无闰月</translation>
        </message>
        <message>
            <source>on the 29th</source>
            <translation>廿九过</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>About Frontdesk</source>
            <translation>关于 Frontdesk</translation>
        </message>
        <message>
            <source>Frontdesk</source>
            <translation>Frontdesk 前台</translation>
        </message>
        <message>
            <source>Frontdesk {version}</source>
            <translation>Frontdesk {version}</translation>
        </message>
        <message numerus="yes">
            <source>Locked after %n minute(s) without a key. What you had open is still there.</source>
            <translation>
                <numerusform>%n 分钟无操作，已锁定。您打开的内容都还在。</numerusform>
            </translation>
        </message>
        <message>
            <source>The front office of a car dealership. Free software under the MIT licence.
Stands on Qt for Python (LGPL), SQLAlchemy, SQLCipher, ReportLab, Noto Sans SC (OFL).</source>
            <translation>汽车经销店前台工作台。自由软件，MIT 许可。
基于 Qt for Python（LGPL）、SQLAlchemy、SQLCipher、ReportLab、思源黑体 Noto Sans SC（OFL）。</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>已锁定</translation>
        </message>
    </context>
    <context>
        <name>MappingPanel</name>
        <message>
            <source>Column {letter}</source>
            <translation>{letter} 列</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>各列的含义</translation>
        </message>
        <message>
            <source>Correct what was not recognised; it is remembered for the next sheet like this.</source>
            <translation>没认对的请改过来；下次遇到同样表头会记住。</translation>
        </message>
        <message>
            <source>by content</source>
            <translation>按内容识别</translation>
        </message>
        <message>
            <source>by heading</source>
            <translation>按表头识别</translation>
        </message>
        <message>
            <source>chosen</source>
            <translation>手动指定</translation>
        </message>
        <message>
            <source>not recognised</source>
            <translation>未识别</translation>
        </message>
        <message>
            <source>remembered</source>
            <translation>上次记住</translation>
        </message>
    </context>
    <context>
        <name>MergeWindow</name>
        <message>
            <source>Both are compared field by field first; there they can be swapped, too.</source>
            <translation>先逐项比较两份档案，届时也可对调保留哪一份。</translation>
        </message>
        <message>
            <source>Compare  Ctrl+Enter</source>
            <translation>比较  Ctrl+Enter</translation>
        </message>
        <message>
            <source>Goes in: {file}</source>
            <translation>并入：{file}</translation>
        </message>
        <message>
            <source>Merge with another file</source>
            <translation>合并到另一份档案</translation>
        </message>
        <message>
            <source>Other file</source>
            <translation>另一份档案</translation>
        </message>
        <message>
            <source>Please find the other file first.</source>
            <translation>请先找到另一份档案。</translation>
        </message>
        <message>
            <source>Stays: {name}  {number}</source>
            <translation>保留：{name}  {number}</translation>
        </message>
        <message>
            <source>Telephone, name, pinyin, plate or number</source>
            <translation>电话、姓名、拼音、车牌或编号</translation>
        </message>
    </context>
    <context>
        <name>Merging</name>
        <message>
            <source>Merge with another file</source>
            <translation>合并到另一份档案</translation>
        </message>
        <message>
            <source>Please save what was typed first.</source>
            <translation>请先保存已填写的内容。</translation>
        </message>
        <message>
            <source>The same car twice: make one of two</source>
            <translation>同一台车有两条记录：合并为一条</translation>
        </message>
    </context>
    <context>
        <name>MergingPanel</name>
        <message>
            <source>Both (B)</source>
            <translation>都保留 (B)</translation>
        </message>
        <message>
            <source>Choose a pair at the left to compare the two files.</source>
            <translation>请在左侧选择一对档案进行比较。</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Goes in: {name}  {number}</source>
            <translation>并入：{name}  {number}</translation>
        </message>
        <message>
            <source>Goes over: {what}</source>
            <translation>一并转入：{what}</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>Merge (Ctrl+Enter)</source>
            <translation>合并 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Same</source>
            <translation>相同</translation>
        </message>
        <message>
            <source>Stays: {name}  {number}</source>
            <translation>保留：{name}  {number}</translation>
        </message>
        <message>
            <source>Swap (S)</source>
            <translation>对调 (S)</translation>
        </message>
        <message>
            <source>Two people (Del)</source>
            <translation>不是同一人 (Del)</translation>
        </message>
        <message>
            <source>right →</source>
            <translation>右 →</translation>
        </message>
        <message>
            <source>← Stays</source>
            <translation>← 保留</translation>
        </message>
        <message>
            <source>← left</source>
            <translation>← 左</translation>
        </message>
        <message>
            <source>→ Goes in</source>
            <translation>→ 并入</translation>
        </message>
    </context>
    <context>
        <name>MessageCard</name>
        <message>
            <source>After call {number}</source>
            <translation>来自回访 {number}</translation>
        </message>
        <message>
            <source>All chosen messages have gone out (Ctrl+Enter)</source>
            <translation>选中的短信都已发出（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Copy the number</source>
            <translation>复制号码</translation>
        </message>
        <message>
            <source>Copy the text</source>
            <translation>复制内容</translation>
        </message>
        <message>
            <source>Customer file</source>
            <translation>客户档案</translation>
        </message>
        <message>
            <source>Mark as sent</source>
            <translation>标记为已发送</translation>
        </message>
        <message>
            <source>No message chosen</source>
            <translation>未选择短信</translation>
        </message>
        <message>
            <source>Queued {when} by {name}</source>
            <translation>{name} 于 {when} 生成</translation>
        </message>
        <message>
            <source>The chosen messages are not to go out (Delete)</source>
            <translation>选中的短信不再发送（Delete）</translation>
        </message>
        <message>
            <source>The full number; that it was shown is noted (F8)</source>
            <translation>完整号码；查看会记入操作记录（F8）</translation>
        </message>
        <message>
            <source>To paste it into the carrier's window (Enter)</source>
            <translation>粘贴到短信平台的窗口（Enter）</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>取消发送</translation>
        </message>
        <message>
            <source>no number to send it to</source>
            <translation>没有可发送的号码</translation>
        </message>
        <message>
            <source>{state} {when} by {name}</source>
            <translation>{state}：{when}，{name}</translation>
        </message>
    </context>
    <context>
        <name>MessageTextsSection</name>
        <message>
            <source>As it came with the program (Ctrl+D)</source>
            <translation>恢复程序自带的文字（Ctrl+D）</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Insert a field (Ctrl+I)</source>
            <translation>插入字段（Ctrl+I）</translation>
        </message>
        <message>
            <source>One sentence a line (Shift+Enter). A line whose telephone number is not known is left out.</source>
            <translation>每句一行（Shift+Enter 换行）。电话未填写时，带该电话的那一行不发送。</translation>
        </message>
        <message>
            <source>Save (Ctrl+Enter)</source>
            <translation>保存（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Saved. The next message says it.</source>
            <translation>已保存，下一条短信起生效。</translation>
        </message>
        <message>
            <source>Thanks go out in the language the call was held in; whoever could not be reached is written to in Chinese. Messages that wait already keep their words.</source>
            <translation>致谢短信用通话时所用的语言发送；未能联系上的客户一律用中文。已在待发列表里的短信文字不变。</translation>
        </message>
        <message>
            <source>{n} characters</source>
            <translation>{n} 字</translation>
        </message>
    </context>
    <context>
        <name>MessagesSection</name>
        <message numerus="yes">
            <source>%n message(s) marked as sent.</source>
            <translation>
                <numerusform>%n 条短信已标记为已发送。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) withdrawn.</source>
            <translation>
                <numerusform>%n 条短信已取消。</numerusform>
            </translation>
        </message>
        <message>
            <source>About</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Also sent and withdrawn</source>
            <translation>含已发送和已取消</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Each finished call leaves thanks here, each unreached one a word.</source>
            <translation>每次通话结束后的致谢、每个未联系上的说明都会排在这里。</translation>
        </message>
        <message>
            <source>No message waits.</source>
            <translation>没有待发送的短信。</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Queued</source>
            <translation>生成时间</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>The number is copied.</source>
            <translation>号码已复制。</translation>
        </message>
        <message>
            <source>The text is copied.</source>
            <translation>内容已复制。</translation>
        </message>
    </context>
    <context>
        <name>MyAccountSection</name>
        <message>
            <source>Account name</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>At least 8 characters.</source>
            <translation>至少 8 个字符。</translation>
        </message>
        <message>
            <source>Change the password</source>
            <translation>修改密码</translation>
        </message>
        <message>
            <source>Change the password (Ctrl+Enter)</source>
            <translation>修改密码 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>New password again</source>
            <translation>再次输入新密码</translation>
        </message>
        <message>
            <source>Old password</source>
            <translation>原密码</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>The password is changed. Use the new one from now on.</source>
            <translation>密码已修改，请从现在起使用新密码。</translation>
        </message>
    </context>
    <context>
        <name>NarrowingBox</name>
        <message>
            <source>All customers</source>
            <translation>全部客户</translation>
        </message>
        <message>
            <source>Nothing here of these customers.</source>
            <translation>这里没有这些客户的记录。</translation>
        </message>
        <message>
            <source>Show everybody's</source>
            <translation>显示全部客户</translation>
        </message>
        <message>
            <source>Whose: by class, badge or segment</source>
            <translation>按价值分类、重点客户或客户细分筛选</translation>
        </message>
    </context>
    <context>
        <name>NewCar</name>
        <message>
            <source>Use that file</source>
            <translation>使用该档案</translation>
        </message>
        <message>
            <source>{value} stands in the file of {name} ({number}).</source>
            <translation>{value} 已登记在{name}的档案（{number}）中。</translation>
        </message>
    </context>
    <context>
        <name>NewCarForm</name>
        <message>
            <source>Brand</source>
            <translation>品牌</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>车型</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>VIN</source>
            <translation>车架号</translation>
        </message>
    </context>
    <context>
        <name>NoticesPanel</name>
        <message>
            <source>Open the complaint</source>
            <translation>打开投诉</translation>
        </message>
        <message>
            <source>Open the visit</source>
            <translation>打开接车单</translation>
        </message>
    </context>
    <context>
        <name>OutcomeBar</name>
        <message>
            <source>Not reached, or cannot talk? One key ends the attempt:</source>
            <translation>没打通或不便通话？按一个键结束本次拨打：</translation>
        </message>
    </context>
    <context>
        <name>OutlineView</name>
        <message>
            <source>Car outline</source>
            <translation>车身图</translation>
        </message>
    </context>
    <context>
        <name>OverdueBadge</name>
        <message numerus="yes">
            <source>%n complaint(s) overdue</source>
            <translation>
                <numerusform>%n 件投诉已超时</numerusform>
            </translation>
        </message>
        <message>
            <source>{tab}, {overdue}</source>
            <translation>{tab}，{overdue}</translation>
        </message>
    </context>
    <context>
        <name>Overtaken</name>
        <message>
            <source>Answers</source>
            <translation>回答</translation>
        </message>
        <message>
            <source>Attempt</source>
            <translation>拨打备注</translation>
        </message>
        <message>
            <source>Compare …</source>
            <translation>对照…</translation>
        </message>
        <message>
            <source>It is no longer yours; what you wrote can be looked at.</source>
            <translation>此回访已不在您名下；您写的内容可以查看。</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Someone else changed this call meanwhile.</source>
            <translation>期间有人动过这条回访。</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>The ticket was changed meanwhile.</source>
            <translation>期间投诉单有变动。</translation>
        </message>
        <message>
            <source>What you typed is still here; look at what they did, then take it again.</source>
            <translation>您填写的内容仍在此处；请先看对方做了什么，再重新提交。</translation>
        </message>
        <message>
            <source>Your answers are still here; close the call again if they hold.</source>
            <translation>您的回答仍在此处；确认无误后请再次结束回访。</translation>
        </message>
        <message>
            <source>Your step is no longer possible now. What you typed is kept.</source>
            <translation>您这一步现在已不能进行。您填写的内容已暂存。</translation>
        </message>
        <message>
            <source>{name} changed this call meanwhile ({when}).</source>
            <translation>期间 {name} 动过这条回访（{when}）。</translation>
        </message>
        <message>
            <source>{name} was quicker ({when}): {step}.</source>
            <translation>{name} 先提交了（{when}）：{step}。</translation>
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message>
            <source>As it came with the program</source>
            <translation>程序自带的原版</translation>
        </message>
        <message>
            <source>Call scripts</source>
            <translation>话术</translation>
        </message>
        <message>
            <source>Edit (Enter)</source>
            <translation>编辑（回车）</translation>
        </message>
        <message>
            <source>Export as a file (Ctrl+E) …</source>
            <translation>导出为文件（Ctrl+E）…</translation>
        </message>
        <message>
            <source>For</source>
            <translation>用于</translation>
        </message>
        <message>
            <source>Import a file (Ctrl+O) …</source>
            <translation>导入文件（Ctrl+O）…</translation>
        </message>
        <message>
            <source>Script</source>
            <translation>话术</translation>
        </message>
        <message>
            <source>Take this one up again (Enter)</source>
            <translation>重新启用所选版本（回车）</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Version {number} is in force. Calls keep the version they began with.</source>
            <translation>现行第 {number} 版。通话始终使用开始时的版本。</translation>
        </message>
        <message>
            <source>Version {number} · {when}</source>
            <translation>第 {number} 版 · {when}</translation>
        </message>
        <message>
            <source>Versions</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Written by</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>You began to change it {when}.</source>
            <translation>您{when}开始修改，尚未发布。</translation>
        </message>
        <message>
            <source>came with the program</source>
            <translation>随程序提供</translation>
        </message>
        <message>
            <source>the program</source>
            <translation>程序自带</translation>
        </message>
        <message>
            <source>us</source>
            <translation>本店</translation>
        </message>
    </context>
    <context>
        <name>OwnPassword</name>
        <message>
            <source>At least 8 characters.</source>
            <translation>至少 8 个字符。</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>再输一次</translation>
        </message>
        <message>
            <source>Your own password</source>
            <translation>您自己的密码</translation>
        </message>
    </context>
    <context>
        <name>OwnerWindow</name>
        <message>
            <source>For somebody without a file open one first (Ctrl+N), then come back.</source>
            <translation>新车主没有档案时，请先新建（Ctrl+N），再回来过户。</translation>
        </message>
        <message>
            <source>Hand over  Ctrl+Enter</source>
            <translation>过户  Ctrl+Enter</translation>
        </message>
        <message>
            <source>New owner</source>
            <translation>新车主</translation>
        </message>
        <message>
            <source>On</source>
            <translation>过户日期</translation>
        </message>
        <message>
            <source>Please find the new owner first.</source>
            <translation>请先找到新车主。</translation>
        </message>
        <message>
            <source>Telephone, name or plate</source>
            <translation>电话、姓名或车牌</translation>
        </message>
        <message>
            <source>The car changed hands</source>
            <translation>车辆过户</translation>
        </message>
        <message>
            <source>{car} goes to another owner. Its history stays with the car; what is personal stays with the person, drivers too.</source>
            <translation>{car} 过户给新车主。维修记录随车走，个人资料（包括驾驶人）留在原车主档案。</translation>
        </message>
    </context>
    <context>
        <name>Owners</name>
        <message>
            <source>Please save what was typed first.</source>
            <translation>请先保存已填写的内容。</translation>
        </message>
        <message>
            <source>The car has another owner now.</source>
            <translation>车辆已过户。</translation>
        </message>
    </context>
    <context>
        <name>PaperSection</name>
        <message>
            <source>Callbacks on paper</source>
            <translation>回访纸单</translation>
        </message>
        <message>
            <source>Choose the call by its number (Ctrl+F), say who made it and when; the script then asks for the answers that stand on the sheet.</source>
            <translation>按编号选择回访 (Ctrl+F)，填写谁在什么时间打的；随后按话术录入纸单上的答案。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Due until</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Enter from paper</source>
            <translation>纸单补录</translation>
        </message>
        <message>
            <source>Go on to the answers</source>
            <translation>继续录入答案</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>回访类型</translation>
        </message>
        <message>
            <source>No call waits.</source>
            <translation>没有待打的回访。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌</translation>
        </message>
    </context>
    <context>
        <name>PartsPage</name>
        <message>
            <source>Previous or next part of the tab</source>
            <translation>上一个、下一个分区</translation>
        </message>
    </context>
    <context>
        <name>Past</name>
        <message>
            <source>Calls</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Car came</source>
            <translation>车辆转入</translation>
        </message>
        <message>
            <source>Car changed hands</source>
            <translation>车辆过户转出</translation>
        </message>
        <message>
            <source>Cars and owners</source>
            <translation>车辆与过户</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Everything  (Ctrl+T)</source>
            <translation>全部  (Ctrl+T)</translation>
        </message>
        <message>
            <source>File opened</source>
            <translation>建立档案</translation>
        </message>
        <message>
            <source>From a delivery sheet</source>
            <translation>来自交车表</translation>
        </message>
        <message>
            <source>Merged with {number}</source>
            <translation>与 {number} 合并</translation>
        </message>
        <message>
            <source>Merged with {number}, taken back</source>
            <translation>与 {number} 合并（已撤销）</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Note by {name}</source>
            <translation>{name} 的备注</translation>
        </message>
        <message>
            <source>Note, Enter  (F9); ! first: important</source>
            <translation>写备注，按 Enter（F9）；! 开头为重要</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Show earlier</source>
            <translation>显示更早的</translation>
        </message>
        <message>
            <source>The file itself</source>
            <translation>档案变动</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>到店</translation>
        </message>
        <message>
            <source>Visits, calls, complaints and notes will appear here as they happen.</source>
            <translation>来店、回访、投诉和备注会按时间显示在这里。</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>客户经历</translation>
        </message>
        <message>
            <source>What is shown</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <source>{number}, an owner before</source>
            <translation>{number}，前车主在用时</translation>
        </message>
    </context>
    <context>
        <name>PdfWindow</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Fit to width</source>
            <translation>适合宽度</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>PDF file (*.pdf)</source>
            <translation>PDF 文件 (*.pdf)</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Save as …</source>
            <translation>另存为…</translation>
        </message>
        <message>
            <source>Save the form</source>
            <translation>保存表单</translation>
        </message>
        <message>
            <source>Saved as {file}.</source>
            <translation>已保存为 {file}。</translation>
        </message>
        <message>
            <source>Sent to the printer.</source>
            <translation>已发送到打印机。</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>The file could not be written: {reason}. Choose another place.</source>
            <translation>文件无法写入：{reason}。请换一个位置。</translation>
        </message>
        <message>
            <source>The printer did not answer. Check it and try again.</source>
            <translation>打印机没有响应。请检查打印机后重试。</translation>
        </message>
    </context>
    <context>
        <name>PeriodChooser</name>
        <message>
            <source>From – to</source>
            <translation>自选期间</translation>
        </message>
        <message>
            <source>Last month</source>
            <translation>上月</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>This month</source>
            <translation>本月</translation>
        </message>
        <message>
            <source>This year</source>
            <translation>本年</translation>
        </message>
        <message>
            <source>from</source>
            <translation>自</translation>
        </message>
        <message>
            <source>to</source>
            <translation>至</translation>
        </message>
    </context>
    <context>
        <name>PersonalSection</name>
        <message numerus="yes">
            <source>%n person(s) removed.</source>
            <translation>
                <numerusform>已删除 %n 位客户的个人信息。</numerusform>
            </translation>
        </message>
        <message>
            <source>About</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Cars</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Files nothing was heard of since {day}: {count}</source>
            <translation>{day} 以来没有任何往来的档案：{count} 份</translation>
        </message>
        <message>
            <source>Find the person who asks for their data or for its removal.</source>
            <translation>请查找要求提供或删除个人信息的客户。</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>查找结果</translation>
        </message>
        <message>
            <source>Kept too long</source>
            <translation>超期保存</translation>
        </message>
        <message>
            <source>Last heard of</source>
            <translation>最近往来</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>最近来店</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Name, telephone, plate or file number</source>
            <translation>姓名、电话、车牌或档案编号</translation>
        </message>
        <message>
            <source>Nobody is kept longer than the rule allows.</source>
            <translation>没有超过保存期限的客户。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>One person</source>
            <translation>单个客户</translation>
        </message>
        <message numerus="yes">
            <source>Remove %n person(s) for good? This cannot be undone.</source>
            <translation>
                <numerusform>永久删除 %n 位客户的个人信息？此操作不能撤销。</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove for good</source>
            <translation>永久删除</translation>
        </message>
        <message>
            <source>Remove the chosen (Del)</source>
            <translation>删除所选 (Del)</translation>
        </message>
        <message>
            <source>Remove this person (Del)</source>
            <translation>删除个人信息 (Del)</translation>
        </message>
        <message>
            <source>Remove {name} ({number}) for good? Cars {cars}, visits {visits}, calls {calls} and complaints {complaints} stay without name and words for the statistics; pictures and files ({files}) go. Backups made until now still hold the person until they expire.</source>
            <translation>永久删除 {name}（{number}）的个人信息？车辆 {cars} 台、来店 {visits} 次、回访 {calls} 个、投诉 {complaints} 件去除姓名和原话后保留用于统计；图片和文件 {files} 个将清除。此前的备份在过期前仍含有这些信息。</translation>
        </message>
        <message>
            <source>Save all data of the person</source>
            <translation>保存客户的全部信息</translation>
        </message>
        <message>
            <source>Save all their data (Ctrl+S)</source>
            <translation>导出全部信息 (Ctrl+S)</translation>
        </message>
        <message>
            <source>Zip file (*.zip)</source>
            <translation>压缩文件 (*.zip)</translation>
        </message>
        <message>
            <source>{count} persons of {threshold}</source>
            <translation>共 {count} 人 / {threshold}</translation>
        </message>
        <message>
            <source>{customers} customers, {family} family members, {drivers} drivers; {erased} removed. From {threshold} persons on the law asks for more.</source>
            <translation>客户 {customers} 人、家庭成员 {family} 人、驾驶人 {drivers} 人；已删除 {erased} 人。达到 {threshold} 人时法律有更多要求。</translation>
        </message>
        <message>
            <source>{name} cannot be removed yet: {numbers} is still open.</source>
            <translation>{name} 暂不能删除：{numbers} 尚未结束。</translation>
        </message>
    </context>
    <context>
        <name>PhotoWhy</name>
        <message>
            <source>Keep it</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤下</translation>
        </message>
        <message>
            <source>Withdrawn because</source>
            <translation>撤下的原因</translation>
        </message>
    </context>
    <context>
        <name>PhotoWithdrawing</name>
        <message>
            <source>The photo is withdrawn; the trail keeps why.</source>
            <translation>照片已撤下，原因记入操作记录。</translation>
        </message>
    </context>
    <context>
        <name>PhotosDesk</name>
        <message>
            <source>Add photos</source>
            <translation>添加照片</translation>
        </message>
        <message>
            <source>Adding photos</source>
            <translation>正在添加照片</translation>
        </message>
        <message>
            <source>Folder of the camera</source>
            <translation>相机文件夹</translation>
        </message>
        <message>
            <source>Pictures ({patterns})</source>
            <translation>图片（{patterns}）</translation>
        </message>
        <message>
            <source>The camera's folder has no picture of this car yet.</source>
            <translation>相机文件夹里还没有这辆车的照片。</translation>
        </message>
        <message>
            <source>There is no picture or file on the clipboard.</source>
            <translation>剪贴板上没有图片或文件。</translation>
        </message>
    </context>
    <context>
        <name>PhotosPanel</name>
        <message>
            <source>Add files …</source>
            <translation>添加文件…</translation>
        </message>
        <message>
            <source>Drop photos anywhere here, paste one (Ctrl+V), or fetch them from the camera.</source>
            <translation>把照片拖到这里，用 Ctrl+V 粘贴，或从相机读取。</translation>
        </message>
        <message>
            <source>Enter opens a photo, Del withdraws it.</source>
            <translation>回车打开照片，Del 撤下。</translation>
        </message>
        <message>
            <source>From the camera</source>
            <translation>从相机读取</translation>
        </message>
        <message>
            <source>Photos</source>
            <translation>照片</translation>
        </message>
        <message>
            <source>Photos ({count})</source>
            <translation>照片（{count}）</translation>
        </message>
    </context>
    <context>
        <name>PictureWindow</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Export …</source>
            <translation>导出…</translation>
        </message>
        <message>
            <source>Fit to window</source>
            <translation>适合窗口</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Next page</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Page before</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>第 {page} 页，共 {pages} 页</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>Back (Backspace)</source>
            <translation>退一步（退格）</translation>
        </message>
        <message>
            <source>Begin anew (Home)</source>
            <translation>从头开始（Home）</translation>
        </message>
        <message>
            <source>Preview (F5 from the beginning)</source>
            <translation>预览（F5 从头开始）</translation>
        </message>
        <message>
            <source>Preview of the script</source>
            <translation>话术预览</translation>
        </message>
        <message>
            <source>The customer's words go here; Enter goes on.</source>
            <translation>此处记录客户的话；按回车继续。</translation>
        </message>
        <message>
            <source>The script ends here.</source>
            <translation>话术到此结束。</translation>
        </message>
        <message>
            <source>The script ends here; score {score}.</source>
            <translation>话术到此结束，得分 {score}。</translation>
        </message>
    </context>
    <context>
        <name>PreviewCard</name>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Row {row}: {why}</source>
            <translation>第 {row} 行：{why}</translation>
        </message>
        <message>
            <source>Take the prices over</source>
            <translation>导入价目</translation>
        </message>
        <message>
            <source>This is the whole list: retire the {count} it does not name</source>
            <translation>这是完整的价目表：停用其中没有的 {count} 项</translation>
        </message>
        <message>
            <source>What this sheet changes</source>
            <translation>导入后的变化</translation>
        </message>
        <message>
            <source>{count} row(s) cannot be taken and are left out:</source>
            <translation>{count} 行有问题，不导入：</translation>
        </message>
        <message>
            <source>{file}, sheet “{sheet}”: {new} new, {changed} changed, {same} as before.</source>
            <translation>{file}，工作表“{sheet}”：新增 {new} 项，修改 {changed} 项，不变 {same} 项。</translation>
        </message>
    </context>
    <context>
        <name>PreviewPanel</name>
        <message>
            <source>Also ({count})</source>
            <translation>其他 ({count})</translation>
        </message>
        <message>
            <source>As in the sheet</source>
            <translation>表中原文</translation>
        </message>
        <message>
            <source>At fault ({count})</source>
            <translation>有误 ({count})</translation>
        </message>
        <message>
            <source>Car</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Left out</source>
            <translation>未导入</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>请复核</translation>
        </message>
        <message>
            <source>No row can be stored yet.</source>
            <translation>还没有可以保存的行。</translation>
        </message>
        <message>
            <source>No row is at fault.</source>
            <translation>没有错误的行。</translation>
        </message>
        <message>
            <source>Nothing was left out.</source>
            <translation>没有被跳过的行。</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行号</translation>
        </message>
        <message>
            <source>The first {shown} of {all} rows are shown.</source>
            <translation>共 {all} 行，这里显示前 {shown} 行。</translation>
        </message>
        <message>
            <source>To be stored ({count})</source>
            <translation>将保存 ({count})</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>What to mend</source>
            <translation>需要修改</translation>
        </message>
        <message>
            <source>known</source>
            <translation>已有</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新车</translation>
        </message>
    </context>
    <context>
        <name>PriceForm</name>
        <message>
            <source>A model; empty: every car</source>
            <translation>车型；不填则适用所有车型</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>工时</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Offered at the desk</source>
            <translation>接待时可选</translation>
        </message>
        <message>
            <source>Only for</source>
            <translation>适用车型</translation>
        </message>
        <message>
            <source>Own rate</source>
            <translation>工时单价</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>配件</translation>
        </message>
        <message>
            <source>Part number</source>
            <translation>配件号</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Unit price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>项目</translation>
        </message>
    </context>
    <context>
        <name>PricesSection</name>
        <message>
            <source>Also retired ones</source>
            <translation>包括停用的</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Bring the list in from an Excel sheet, or write a line (Ins).</source>
            <translation>可从 Excel 表格导入，或新增一项 (Ins)。</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Code, name, pinyin or part number</source>
            <translation>编码、名称、拼音或配件号</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>From a sheet (Ctrl+O)</source>
            <translation>从表格导入 (Ctrl+O)</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>工时</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>New line</source>
            <translation>新增项目</translation>
        </message>
        <message>
            <source>No such line in the price list.</source>
            <translation>价目表中没有符合的项目。</translation>
        </message>
        <message>
            <source>Offered</source>
            <translation>可选</translation>
        </message>
        <message>
            <source>Only for</source>
            <translation>适用车型</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>配件</translation>
        </message>
        <message>
            <source>Price list</source>
            <translation>价目表</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>工时单价</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Sheets (*.xlsx *.xls *.csv)</source>
            <translation>表格 (*.xlsx *.xls *.csv)</translation>
        </message>
        <message>
            <source>Work</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>retired</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>{added} added, {changed} changed, {retired} retired.</source>
            <translation>新增 {added} 项，修改 {changed} 项，停用 {retired} 项。</translation>
        </message>
        <message>
            <source>“{name}” is saved.</source>
            <translation>已保存“{name}”。</translation>
        </message>
    </context>
    <context>
        <name>PrintCard</name>
        <message>
            <source>Blank record</source>
            <translation>空白回访记录表</translation>
        </message>
        <message>
            <source>Call sheet</source>
            <translation>回访拨打单</translation>
        </message>
        <message>
            <source>Called on</source>
            <translation>记录日期</translation>
        </message>
        <message>
            <source>Kind of call</source>
            <translation>回访类型</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Record of the day</source>
            <translation>当日回访记录表</translation>
        </message>
        <message>
            <source>The day's calls with their telephones; noted (Ctrl+P)</source>
            <translation>当日回访及电话；打印有记录 (Ctrl+P)</translation>
        </message>
        <message>
            <source>To call on</source>
            <translation>拨打日期</translation>
        </message>
    </context>
    <context>
        <name>ProgressWindow</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>正在停止…</translation>
        </message>
        <message numerus="yes">
            <source>about %n second(s) left</source>
            <translation>
                <numerusform>约剩 %n 秒</numerusform>
            </translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} / {total}</translation>
        </message>
    </context>
    <context>
        <name>ProofDesk</name>
        <message numerus="yes">
            <source>%n file(s) of {number} saved as {file}.</source>
            <translation>
                <numerusform>{number} 的证据包已存为 {file}，共 %n 个文件。</numerusform>
            </translation>
        </message>
        <message>
            <source>Proof pack (*.zip)</source>
            <translation>证据包 (*.zip)</translation>
        </message>
        <message>
            <source>Save the proof pack</source>
            <translation>保存证据包</translation>
        </message>
    </context>
    <context>
        <name>ProofWindow</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Choose where to save it (Ctrl+Enter)</source>
            <translation>选择保存位置（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>One zip file with the form as it stands, every entry, the calls, the attachments and the change log with its seals. It can be verified without this program's data.</source>
            <translation>一个 zip 文件，含现状的登记表、全部记录、回访、附件，以及带封印的操作记录。没有本店数据也能核验。</translation>
        </message>
        <message>
            <source>Proof pack of {number}</source>
            <translation>{number} 的证据包</translation>
        </message>
        <message>
            <source>Save as …</source>
            <translation>另存为…</translation>
        </message>
        <message>
            <source>Show telephone and ID number in full</source>
            <translation>显示完整电话和证件号码</translation>
        </message>
        <message>
            <source>That, and the pack itself, is noted in the audit trail.</source>
            <translation>此项及制作证据包本身均记入操作记录。</translation>
        </message>
    </context>
    <context>
        <name>QueueTools</name>
        <message>
            <source>All kinds</source>
            <translation>全部类型</translation>
        </message>
        <message>
            <source>Also later ones</source>
            <translation>含未到时间</translation>
        </message>
        <message>
            <source>Any hour</source>
            <translation>全部时段</translation>
        </message>
        <message>
            <source>Everyone's</source>
            <translation>全部人员</translation>
        </message>
        <message>
            <source>Hour at which the customer answers</source>
            <translation>客户接听的时段</translation>
        </message>
        <message>
            <source>Kind of call</source>
            <translation>回访类型</translation>
        </message>
        <message>
            <source>Name, plate, phone or number (Ctrl+F)</source>
            <translation>姓名、车牌、电话或编号（Ctrl+F）</translation>
        </message>
        <message>
            <source>Overdue only</source>
            <translation>只看逾期</translation>
        </message>
        <message>
            <source>Search the queue</source>
            <translation>在回访列表中查找</translation>
        </message>
    </context>
    <context>
        <name>QueueView</name>
        <message numerus="yes">
            <source>%n done today</source>
            <translation>
                <numerusform>今日已完成 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more, less urgent</source>
            <translation>
                <numerusform>另有 %n 个较不急</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>逾期 %n 个</numerusform>
            </translation>
        </message>
        <message>
            <source>A call falls due the day after a car is handed over or a new car is delivered.</source>
            <translation>车辆交车或新车交付后的第二天起，会自动产生回访。</translation>
        </message>
        <message>
            <source>Agreed, later</source>
            <translation>已约时间</translation>
        </message>
        <message>
            <source>Agreed, {hour}</source>
            <translation>约定 {hour}</translation>
        </message>
        <message>
            <source>Answered at</source>
            <translation>上次接听</translation>
        </message>
        <message>
            <source>Attempts</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>Call next</source>
            <translation>拨打下一个</translation>
        </message>
        <message>
            <source>Callbacks</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>待回访</translation>
        </message>
        <message>
            <source>Due until</source>
            <translation>截止日</translation>
        </message>
        <message>
            <source>Given to</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>In a call</source>
            <translation>通话中</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Last day</source>
            <translation>最后一天</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>车型</translation>
        </message>
        <message>
            <source>Next call</source>
            <translation>下次拨打</translation>
        </message>
        <message>
            <source>No calls are due.</source>
            <translation>目前没有待打的回访。</translation>
        </message>
        <message>
            <source>No calls fit what is asked for.</source>
            <translation>没有符合条件的回访。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>To retry</source>
            <translation>待重拨</translation>
        </message>
    </context>
    <context>
        <name>RecordTable</name>
        <message numerus="yes">
            <source>%n record(s)</source>
            <translation>
                <numerusform>共 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose columns</source>
            <translation>选择显示的列</translation>
        </message>
        <message>
            <source>Filter this list</source>
            <translation>筛选此列表</translation>
        </message>
        <message>
            <source>Filter this list (Ctrl+F)</source>
            <translation>筛选此列表 (Ctrl+F)</translation>
        </message>
        <message>
            <source>Nothing in this list matches.</source>
            <translation>列表中没有符合的记录。</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message numerus="yes">
            <source>{shown} of %n record(s)</source>
            <translation>
                <numerusform>{shown} 条，共 %n 条</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecoverPage</name>
        <message>
            <source>Account name</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>At least 8 characters.</source>
            <translation>至少 8 个字符。</translation>
        </message>
        <message>
            <source>Back (Esc)</source>
            <translation>返回 (Esc)</translation>
        </message>
        <message>
            <source>New password</source>
            <translation>新密码</translation>
        </message>
        <message>
            <source>Open and set the password</source>
            <translation>打开并设置密码</translation>
        </message>
        <message>
            <source>Open with the recovery sheet</source>
            <translation>用恢复单打开</translation>
        </message>
        <message>
            <source>Password again</source>
            <translation>再次输入密码</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>Type the code of the sheet from the safe and a new password for your account. Case, blanks and dashes do not matter. It is noted in the audit trail.</source>
            <translation>请输入保险柜中恢复单上的恢复码，并为您的账号设置新密码。大小写、空格和短横线都无所谓。此操作会记入审计记录。</translation>
        </message>
    </context>
    <context>
        <name>RecoveryStep</name>
        <message>
            <source>Print or save the sheet (Ctrl+P)</source>
            <translation>打印或保存恢复单 (Ctrl+P)</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>The recovery sheet</source>
            <translation>恢复单</translation>
        </message>
        <message>
            <source>The sheet is kept: begin</source>
            <translation>已妥善保管，开始使用</translation>
        </message>
        <message>
            <source>This code opens the data when every password is lost, also from a backup on a new PC. It is shown this once and kept nowhere. Print it and lay it in the safe: whoever holds it can read everything.</source>
            <translation>所有密码都遗失时，用此恢复码可以打开数据，也可以在新电脑上打开备份。恢复码只显示这一次，不保存在任何地方。请打印后放入保险柜：持有它的人可以看到全部数据。</translation>
        </message>
        <message>
            <source>You can go on once the sheet was printed or saved.</source>
            <translation>打印或保存之后即可继续。</translation>
        </message>
    </context>
    <context>
        <name>RegisterDesk</name>
        <message>
            <source>Find the customer first: Ctrl+K, type, then Alt+Enter.</source>
            <translation>请先查找顾客：按 Ctrl+K 输入，再按 Alt+Enter。</translation>
        </message>
    </context>
    <context>
        <name>RegisterForm</name>
        <message>
            <source>A matter of safety: the general manager is told at once</source>
            <translation>涉及安全：立即报告总经理</translation>
        </message>
        <message>
            <source>Car</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>The customer; change it if another</source>
            <translation>默认为顾客本人，如为他人请更改</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>维修工单</translation>
        </message>
        <message>
            <source>Word for word, as it is said</source>
            <translation>请按原话逐字记录</translation>
        </message>
    </context>
    <context>
        <name>RegisterHead</name>
        <message>
            <source>Back to the list (Esc); what is typed is kept</source>
            <translation>返回列表 (Esc)，已填写的内容会保留</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
    </context>
    <context>
        <name>RegisterView</name>
        <message>
            <source>New complaint</source>
            <translation>投诉登记</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登记</translation>
        </message>
    </context>
    <context>
        <name>RepairPage</name>
        <message>
            <source>Backup of {when}</source>
            <translation>{when} 的备份</translation>
        </message>
        <message>
            <source>Backups (*.fdbackup)</source>
            <translation>备份文件 (*.fdbackup)</translation>
        </message>
        <message>
            <source>Begin with empty data in {folder}?</source>
            <translation>要在 {folder} 中从空数据开始吗？</translation>
        </message>
        <message>
            <source>Check it and go on (Ctrl+Enter)</source>
            <translation>检查后继续使用 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Choose a backup</source>
            <translation>选择备份</translation>
        </message>
        <message>
            <source>Choose the folder with the data</source>
            <translation>选择数据所在的文件夹</translation>
        </message>
        <message>
            <source>Found a new dealership</source>
            <translation>新建门店</translation>
        </message>
        <message>
            <source>Found a new one</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Go on with what is there …</source>
            <translation>继续使用现有数据…</translation>
        </message>
        <message>
            <source>Restore a backup instead …</source>
            <translation>改为恢复备份…</translation>
        </message>
        <message>
            <source>Restore this backup (Ctrl+Enter)</source>
            <translation>恢复这个备份 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Take its key file (Ctrl+Enter)</source>
            <translation>取回其中的密钥文件 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>That backup is not sound and was not used. The next one, of {when}, is chosen now.</source>
            <translation>那个备份有损坏，没有使用。现已选中下一个备份：{when}。</translation>
        </message>
        <message>
            <source>The data is as it was at {when}.</source>
            <translation>数据已恢复到 {when} 的状态。</translation>
        </message>
        <message>
            <source>The data that is there is in use again.</source>
            <translation>现有数据已恢复使用。</translation>
        </message>
        <message>
            <source>The key file of {when} is in place; the data is complete.</source>
            <translation>{when} 的密钥文件已放回；数据完整无缺。</translation>
        </message>
        <message>
            <source>Use name and password</source>
            <translation>改用账号和密码</translation>
        </message>
        <message>
            <source>Use the recovery sheet</source>
            <translation>改用恢复单</translation>
        </message>
        <message>
            <source>What is left there of the old data is set aside, not deleted.</source>
            <translation>那里剩下的旧数据会移到一旁保留，不会删除。</translation>
        </message>
        <message>
            <source>What lay there before is kept in {folder}.</source>
            <translation>原来的文件保留在 {folder}。</translation>
        </message>
    </context>
    <context>
        <name>RepeatLine</name>
        <message>
            <source>Complaint no. {count} within {days} days</source>
            <translation>{days} 天内第 {count} 次投诉</translation>
        </message>
        <message>
            <source>Open {number}</source>
            <translation>打开 {number}</translation>
        </message>
        <message>
            <source>{number} (open)</source>
            <translation>{number}（未归档）</translation>
        </message>
    </context>
    <context>
        <name>ReportSection</name>
        <message>
            <source>Callbacks</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Save the callback figures</source>
            <translation>保存回访统计</translation>
        </message>
        <message>
            <source>The conclusions are kept with this period.</source>
            <translation>结论已随本期保存。</translation>
        </message>
        <message>
            <source>The report is approved; its paper is kept as it is.</source>
            <translation>报告已批准，原件已存档，不再更改。</translation>
        </message>
        <message>
            <source>The report is prepared; it waits for approval.</source>
            <translation>报告已编制，等待批准。</translation>
        </message>
    </context>
    <context>
        <name>ReportView</name>
        <message>
            <source>Advisor, consultant</source>
            <translation>按服务顾问/销售顾问</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Approve the chosen report; it never changes from then on (Ctrl+Shift+R)</source>
            <translation>批准所选报告，批准后不再更改 (Ctrl+Shift+R)</translation>
        </message>
        <message>
            <source>Callback summary report (Ctrl+P)</source>
            <translation>回访总结报告 (Ctrl+P)</translation>
        </message>
        <message>
            <source>Caller</source>
            <translation>按回访人</translation>
        </message>
        <message>
            <source>Conclusions</source>
            <translation>结论与改进</translation>
        </message>
        <message>
            <source>Draw calls of whom the chosen pattern is about (Ctrl+D)</source>
            <translation>抽查所选情况涉及的人的回访（Ctrl+D）</translation>
        </message>
        <message>
            <source>Excel</source>
            <translation>Excel</translation>
        </message>
        <message>
            <source>Freeze the summary for approval (Ctrl+R)</source>
            <translation>固定总结报告，报请批准 (Ctrl+R)</translation>
        </message>
        <message>
            <source>Incentives</source>
            <translation>编制奖惩</translation>
        </message>
        <message>
            <source>Kind of call</source>
            <translation>按类型</translation>
        </message>
        <message>
            <source>Mean score, or calls finished</source>
            <translation>平均得分（无评分时为完成数）</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>按月份</translation>
        </message>
        <message>
            <source>No callbacks in this period.</source>
            <translation>此期间没有回访。</translation>
        </message>
        <message>
            <source>No calls stand behind this number.</source>
            <translation>该数字没有对应的回访。</translation>
        </message>
        <message>
            <source>No report was prepared yet.</source>
            <translation>尚未编制报告。</translation>
        </message>
        <message>
            <source>Nothing stands out.</source>
            <translation>没有异常。</translation>
        </message>
        <message>
            <source>Patterns to be looked at</source>
            <translation>评分异常（须核查）</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>报告存档</translation>
        </message>
        <message>
            <source>Save the figures; the password is asked for (Ctrl+E)</source>
            <translation>保存统计数字，需再次输入密码 (Ctrl+E)</translation>
        </message>
        <message>
            <source>Spot check …</source>
            <translation>抽查…</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>编制总结</translation>
        </message>
        <message>
            <source>The month's incentives for approval (Ctrl+I)</source>
            <translation>本月奖惩清单，报请批准 (Ctrl+I)</translation>
        </message>
        <message>
            <source>What follows from these calls; kept with this period and printed</source>
            <translation>从这些回访得出的结论；随本期保存并打印</translation>
        </message>
    </context>
    <context>
        <name>Reporting</name>
        <message>
            <source>Changed since the report of {first} – {last}</source>
            <translation>{first} – {last} 统计表编制后有变动</translation>
        </message>
        <message>
            <source>Complaint category statistics form</source>
            <translation>顾客投诉分类统计表</translation>
        </message>
        <message>
            <source>Save the complaint statistics</source>
            <translation>保存投诉统计</translation>
        </message>
        <message>
            <source>The report is approved; its paper is kept as it is.</source>
            <translation>统计表已批准，原件已存档，不再更改。</translation>
        </message>
    </context>
    <context>
        <name>ReportsPanel</name>
        <message>
            <source>Approve</source>
            <translation>批准</translation>
        </message>
        <message>
            <source>Approve the chosen report; it never changes from then on (Ctrl+Shift+R)</source>
            <translation>批准所选统计表，批准后不再更改 (Ctrl+Shift+R)</translation>
        </message>
        <message>
            <source>Freeze figures and measures for approval (Ctrl+R)</source>
            <translation>固定数字与改进措施，报请批准 (Ctrl+R)</translation>
        </message>
        <message>
            <source>No report was prepared yet.</source>
            <translation>尚未编制统计表。</translation>
        </message>
        <message>
            <source>Prepare</source>
            <translation>编制</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>统计表存档</translation>
        </message>
    </context>
    <context>
        <name>Rescue</name>
        <message>
            <source>Repair …</source>
            <translation>修复…</translation>
        </message>
        <message>
            <source>The data is damaged. Finish what you are at, note down what cannot wait, then restore the newest backup.</source>
            <translation>数据已损坏。请先做完手头的事，记下不能等的内容，然后恢复最近的备份。</translation>
        </message>
    </context>
    <context>
        <name>ResultPanel</name>
        <message>
            <source>Customers, cars and calls are as they were before. The sheet itself is untouched and can be imported again.</source>
            <translation>客户、车辆和回访已恢复到导入前。原表没有改动，可以重新导入。</translation>
        </message>
        <message>
            <source>Every row of the sheet is in the customer files now.</source>
            <translation>表中每一行都已存入客户档案。</translation>
        </message>
        <message>
            <source>Import another sheet</source>
            <translation>再导入一份</translation>
        </message>
        <message>
            <source>Import undone</source>
            <translation>导入已撤销</translation>
        </message>
        <message>
            <source>Imported</source>
            <translation>导入完成</translation>
        </message>
        <message>
            <source>Open the rejected rows</source>
            <translation>打开退回的行</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>打开所在文件夹</translation>
        </message>
        <message>
            <source>The rejected rows are in a sheet of their own with the reason beside each. Mend them there and import that sheet.</source>
            <translation>退回的行已另存为一份表格，每行旁边写明了原因。请在表中修改后，直接导入那份表格。</translation>
        </message>
        <message>
            <source>Undo the import  Ctrl+Z</source>
            <translation>撤销本次导入  Ctrl+Z</translation>
        </message>
        <message>
            <source>Was it the wrong sheet? The whole import can be taken back as long as nobody has worked with its files; later under Customers, Deliveries, Imports.</source>
            <translation>导错了表？只要还没有人用过这次导入的档案，就可以整批撤销；以后也可在“客户档案 → 每日交车 → 导入记录”中撤销。</translation>
        </message>
        <message>
            <source>brought up to date</source>
            <translation>更新（台）</translation>
        </message>
        <message>
            <source>new cars</source>
            <translation>新增（台）</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>退回（行）</translation>
        </message>
        <message>
            <source>rows read</source>
            <translation>读取（行）</translation>
        </message>
    </context>
    <context>
        <name>ReviewButton</name>
        <message>
            <source>Monthly review</source>
            <translation>月度评审表</translation>
        </message>
        <message>
            <source>Print the review list of a month (Ctrl+M)</source>
            <translation>打印某月的投诉月度评审表 (Ctrl+M)</translation>
        </message>
    </context>
    <context>
        <name>RoutineCard</name>
        <message>
            <source>Checked by {name}, {when}</source>
            <translation>{name} 于 {when} 抽查</translation>
        </message>
        <message>
            <source>Customer file</source>
            <translation>客户档案</translation>
        </message>
        <message>
            <source>Delivered {day}</source>
            <translation>{day} 交车</translation>
        </message>
        <message>
            <source>No car chosen</source>
            <translation>未选择车辆</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Print the routine sheet (Ctrl+P)</source>
            <translation>打印例行回访表（Ctrl+P）</translation>
        </message>
        <message>
            <source>Signed by {name}, {when}</source>
            <translation>{name} 于 {when} 签字</translation>
        </message>
        <message>
            <source>Sold by {name}</source>
            <translation>销售顾问 {name}</translation>
        </message>
    </context>
    <context>
        <name>RoutineSection</name>
        <message numerus="yes">
            <source>%n missed</source>
            <translation>
                <numerusform>漏访 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>All consultants</source>
            <translation>全部销售顾问</translation>
        </message>
        <message>
            <source>Calls</source>
            <translation>各次回访</translation>
        </message>
        <message>
            <source>Check by customer service</source>
            <translation>客服抽查</translation>
        </message>
        <message>
            <source>Checked</source>
            <translation>抽查完毕</translation>
        </message>
        <message>
            <source>Consultant</source>
            <translation>销售顾问</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>交车日期</translation>
        </message>
        <message>
            <source>Each car sold and delivered here gets its routine calls and a sheet.</source>
            <translation>本店销售并交付的每辆车都有例行回访和一张回访表。</translation>
        </message>
        <message>
            <source>Missed ones</source>
            <translation>有漏访</translation>
        </message>
        <message>
            <source>New-car routine sheet</source>
            <translation>新车例行回访表</translation>
        </message>
        <message>
            <source>No delivered car.</source>
            <translation>没有已交付的车辆。</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>进行中</translation>
        </message>
        <message>
            <source>Sales consultant</source>
            <translation>销售顾问</translation>
        </message>
        <message>
            <source>Sales manager's signature</source>
            <translation>销售经理签字</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>回访表</translation>
        </message>
        <message>
            <source>Sign</source>
            <translation>签字</translation>
        </message>
        <message>
            <source>Signed</source>
            <translation>已签字</translation>
        </message>
        <message>
            <source>The check of {name}'s sheet is kept.</source>
            <translation>{name}的例行回访表已抽查。</translation>
        </message>
        <message>
            <source>To be signed once all calls have ended.</source>
            <translation>全部回访结束后签字。</translation>
        </message>
        <message>
            <source>To sign</source>
            <translation>待签字</translation>
        </message>
        <message>
            <source>What the check has shown</source>
            <translation>抽查情况</translation>
        </message>
        <message>
            <source>{name}'s sheet is signed.</source>
            <translation>{name}的例行回访表已签字。</translation>
        </message>
    </context>
    <context>
        <name>RulesSection</name>
        <message>
            <source>Ctrl+D restores the default of the figure you are in.</source>
            <translation>按 Ctrl+D 恢复当前数值的默认值。</translation>
        </message>
        <message>
            <source>Save (Ctrl+Enter)</source>
            <translation>保存 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>Saved. The new figures hold from now on.</source>
            <translation>已保存，新数值立即生效。</translation>
        </message>
    </context>
    <context>
        <name>SameCars</name>
        <message>
            <source>Make one car of two (Ctrl+D)</source>
            <translation>合并为一条 (Ctrl+D)</translation>
        </message>
        <message>
            <source>Please save what was typed first.</source>
            <translation>请先保存已填写的内容。</translation>
        </message>
        <message>
            <source>The two cars are one.</source>
            <translation>两条车辆记录已合并。</translation>
        </message>
        <message>
            <source>{plate} is in this file twice. Is it one car?</source>
            <translation>本档案中有两条 {plate} 的车辆记录，是同一台车吗？</translation>
        </message>
    </context>
    <context>
        <name>SameFiles</name>
        <message numerus="yes">
            <source>%n more file(s) hold it as well.</source>
            <translation>
                <numerusform>另有 %n 份档案也有。</numerusform>
            </translation>
        </message>
        <message>
            <source>ID {value} is already in the file of {name} ({number}).</source>
            <translation>证件号 {value} 已在 {name}（{number}）的档案中。</translation>
        </message>
        <message>
            <source>Open that file</source>
            <translation>打开该档案</translation>
        </message>
        <message>
            <source>Plate {value} is already in the file of {name} ({number}).</source>
            <translation>车牌 {value} 已在 {name}（{number}）的档案中。</translation>
        </message>
        <message>
            <source>Take over this car</source>
            <translation>过户到本客户</translation>
        </message>
        <message>
            <source>Telephone {value} is already in the file of {name} ({number}).</source>
            <translation>电话 {value} 已在 {name}（{number}）的档案中。</translation>
        </message>
        <message>
            <source>VIN {value} is already in the file of {name} ({number}).</source>
            <translation>车架号 {value} 已在 {name}（{number}）的档案中。</translation>
        </message>
    </context>
    <context>
        <name>SayCard</name>
        <message>
            <source>Answer</source>
            <translation>回答</translation>
        </message>
        <message>
            <source>Enter alone passes over it.</source>
            <translation>没有可直接按 Enter 跳过。</translation>
        </message>
        <message>
            <source>In the caller's own words; Enter goes on</source>
            <translation>按来电人原话记录，Enter 继续</translation>
        </message>
        <message>
            <source>Let them hang up first. Ctrl+Enter keeps the call as a note in the file; Ctrl+T registers it as a complaint instead.</source>
            <translation>等客户先挂机。Ctrl+Enter 记入客户档案；Ctrl+T 改为登记投诉。</translation>
        </message>
        <message>
            <source>Let them hang up first. Enter goes to what the ticket still needs.</source>
            <translation>等客户先挂机。按 Enter 补全投诉单的必填项。</translation>
        </message>
        <message>
            <source>Listen first, then choose the script with its key.</source>
            <translation>先听来电人说，再按键选择话术。</translation>
        </message>
        <message>
            <source>What is it about?</source>
            <translation>来电内容是？</translation>
        </message>
    </context>
    <context>
        <name>SayPanel</name>
        <message>
            <source>'{outcome}': Ctrl+Enter keeps the attempt, Backspace goes back.</source>
            <translation>“{outcome}”：按 Ctrl+Enter 记录本次拨打，按退格键返回。</translation>
        </message>
        <message>
            <source>0 to 9 by their keys, 10 by the key −.</source>
            <translation>0–9 分按数字键，10 分按“−”键。</translation>
        </message>
        <message>
            <source>A day, as 2026-11-05, 11/5 or +3; Enter goes on.</source>
            <translation>填写日期，如 2026-11-05、11/5 或 +3；回车继续。</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>回答</translation>
        </message>
        <message>
            <source>Enter goes on; F9 closes the call from here.</source>
            <translation>按 Enter 继续；也可按 F9 直接结束回访。</translation>
        </message>
        <message>
            <source>F6 goes on with the household's next call: {call}. Ctrl+Enter or F9 closes.</source>
            <translation>按 F6 接着回访同一家的：{call}。Ctrl+Enter 或 F9 结束通话。</translation>
        </message>
        <message>
            <source>F9 starts the call and shows the number to dial.</source>
            <translation>按 F9 开始通话，并显示要拨的号码。</translation>
        </message>
        <message>
            <source>In the customer's own words; Enter goes on</source>
            <translation>请记录客户原话，按 Enter 继续</translation>
        </message>
        <message>
            <source>Let them hang up first. Ctrl+Enter or F9 closes the call.</source>
            <translation>请等客户先挂机。按 Ctrl+Enter 或 F9 结束回访。</translation>
        </message>
        <message>
            <source>Outside the hours for calls: give the reason, then press Enter.</source>
            <translation>现在不在回访时段内：请写明原因，再按 Enter。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>The customer waits. F7 or an answer goes on with the call.</source>
            <translation>客户正在等待。按 F7 或直接选择答案即继续通话。</translation>
        </message>
        <message>
            <source>This call is closed: {state}.</source>
            <translation>这条回访已结束：{state}。</translation>
        </message>
        <message>
            <source>Why call now, outside the hours for calls?</source>
            <translation>为什么要在回访时段以外拨打？</translation>
        </message>
        <message>
            <source>{day}: give the reason for calling, then press Enter.</source>
            <translation>今天是{day}：请写明拨打的原因，然后按 Enter。</translation>
        </message>
    </context>
    <context>
        <name>ScriptsSection</name>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <source>Discard the changes</source>
            <translation>放弃修改</translation>
        </message>
        <message>
            <source>Export the script</source>
            <translation>导出话术</translation>
        </message>
        <message>
            <source>Import a script</source>
            <translation>导入话术</translation>
        </message>
        <message>
            <source>Look it through, then publish it: until then nothing changes.</source>
            <translation>请先看一遍再发布；发布之前一切照旧。</translation>
        </message>
        <message>
            <source>Scripts (*.json)</source>
            <translation>话术文件 (*.json)</translation>
        </message>
        <message>
            <source>Scripts (*.json);;All files (*)</source>
            <translation>话术文件 (*.json);;所有文件 (*)</translation>
        </message>
        <message>
            <source>The script is kept in {path}.</source>
            <translation>话术已保存到 {path}。</translation>
        </message>
        <message>
            <source>Version {number} is in force for calls that begin now.</source>
            <translation>第 {number} 版已生效，用于此后开始的通话。</translation>
        </message>
        <message>
            <source>Version {number} was published meanwhile. Your text is still here: publishing it takes that one's place.</source>
            <translation>期间已有人发布了第 {number} 版。您的内容仍在这里；发布后将取代那一版。</translation>
        </message>
        <message>
            <source>What you changed in this script is thrown away.</source>
            <translation>您在这份话术中的修改将被丢弃。</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Finds cars, customers, orders and complaints by any part; arrows, then Enter.</source>
            <translation>输入任意一部分即可查找车辆、客户、工单和投诉；用方向键选择，回车打开。</translation>
        </message>
        <message>
            <source>Plate, phone, name, VIN or number … (Ctrl+K)</source>
            <translation>车牌、电话、姓名/拼音、车架号或单号… (Ctrl+K)</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
    </context>
    <context>
        <name>SearchList</name>
        <message>
            <source>Cars</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Orders</source>
            <translation>接待单</translation>
        </message>
    </context>
    <context>
        <name>SecondPlaceCard</name>
        <message>
            <source>A stick or a share. A copy goes there after each backup, so that nothing is lost with this PC. Leave it empty for none.</source>
            <translation>U 盘或共享文件夹。每次备份后复制一份到那里，这台电脑坏了也不会丢数据。留空表示不用。</translation>
        </message>
        <message>
            <source>Browse … (Ctrl+O)</source>
            <translation>浏览… (Ctrl+O)</translation>
        </message>
        <message>
            <source>Choose the folder for the copies</source>
            <translation>选择存放备份副本的文件夹</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>If this PC's disk fails, the backups on it are lost as well.</source>
            <translation>如果这台电脑的磁盘损坏，上面的备份也会一起丢失。</translation>
        </message>
        <message>
            <source>Last copy {ago}</source>
            <translation>上次复制：{ago}</translation>
        </message>
        <message>
            <source>Last copy {ago}. Plug it in; the newest backup follows by itself.</source>
            <translation>上次复制：{ago}。接上后会自动补上最新的备份。</translation>
        </message>
        <message>
            <source>No copy yet</source>
            <translation>还没有副本</translation>
        </message>
        <message>
            <source>No copy yet. Plug it in; the newest backup follows by itself.</source>
            <translation>还没有副本。接上后会自动补上最新的备份。</translation>
        </message>
        <message>
            <source>No second place</source>
            <translation>未设置第二位置</translation>
        </message>
        <message>
            <source>Not plugged in</source>
            <translation>没有接上</translation>
        </message>
        <message>
            <source>Second place</source>
            <translation>第二位置</translation>
        </message>
        <message>
            <source>The first copy follows with the next backup.</source>
            <translation>下次备份时会复制第一份。</translation>
        </message>
        <message>
            <source>This folder lies on the same disk as the data. A stick or a share is safer.</source>
            <translation>这个文件夹与数据在同一块磁盘上。放在 U 盘或共享文件夹更安全。</translation>
        </message>
        <message>
            <source>Try and save (Ctrl+Enter)</source>
            <translation>试写并保存 (Ctrl+Enter)</translation>
        </message>
        <message>
            <source>such as {example}</source>
            <translation>例如 {example}</translation>
        </message>
    </context>
    <context>
        <name>SegmentForm</name>
        <message>
            <source>Address contains</source>
            <translation>地址含</translation>
        </message>
        <message>
            <source>Area code</source>
            <translation>地区代码</translation>
        </message>
        <message>
            <source>Car age</source>
            <translation>车龄</translation>
        </message>
        <message>
            <source>Either</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Inspection in days</source>
            <translation>年检(天内)</translation>
        </message>
        <message>
            <source>Insurance in days</source>
            <translation>保险(天内)</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>性质</translation>
        </message>
        <message>
            <source>Last visit from</source>
            <translation>来店自</translation>
        </message>
        <message>
            <source>Lost</source>
            <translation>流失</translation>
        </message>
        <message>
            <source>Maintenance in days</source>
            <translation>保养(天内)</translation>
        </message>
        <message>
            <source>May be called</source>
            <translation>可以打电话</translation>
        </message>
        <message>
            <source>Members only</source>
            <translation>仅会员</translation>
        </message>
        <message>
            <source>Model contains</source>
            <translation>车型含</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Never here</source>
            <translation>从未来店</translation>
        </message>
        <message>
            <source>Not lost</source>
            <translation>未流失</translation>
        </message>
        <message>
            <source>Occupation contains</source>
            <translation>职业含</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>车辆用途</translation>
        </message>
        <message>
            <source>Value class</source>
            <translation>价值分类</translation>
        </message>
        <message>
            <source>Valued for</source>
            <translation>重点客户</translation>
        </message>
        <message>
            <source>Vehicle class</source>
            <translation>车辆级别</translation>
        </message>
        <message>
            <source>until</source>
            <translation>至</translation>
        </message>
    </context>
    <context>
        <name>SegmentsSection</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n 位客户</numerusform>
            </translation>
        </message>
        <message>
            <source>Cars</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>End (Del)</source>
            <translation>停用 (Del)</translation>
        </message>
        <message>
            <source>End the segment</source>
            <translation>停用细分</translation>
        </message>
        <message>
            <source>End “{name}”? The customers stay as they are.</source>
            <translation>停用“{name}”？客户档案不受影响。</translation>
        </message>
        <message>
            <source>Export  Ctrl+E</source>
            <translation>导出  Ctrl+E</translation>
        </message>
        <message>
            <source>File</source>
            <translation>档案号</translation>
        </message>
        <message>
            <source>Keep segment  Ctrl+Enter</source>
            <translation>保存细分  Ctrl+Enter</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>上次来店</translation>
        </message>
        <message>
            <source>New (Ins)</source>
            <translation>新建 (Ins)</translation>
        </message>
        <message>
            <source>No segment is kept yet.</source>
            <translation>还没有保存的细分。</translation>
        </message>
        <message>
            <source>Nobody fits.</source>
            <translation>没有符合条件的客户。</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>职业</translation>
        </message>
        <message>
            <source>Print  Ctrl+P</source>
            <translation>打印  Ctrl+P</translation>
        </message>
        <message>
            <source>Save the customers of the segment</source>
            <translation>保存客户细分名单</translation>
        </message>
        <message>
            <source>Say at the right who is meant, give it a name and keep it.</source>
            <translation>在右侧选好条件，起个名称，保存即可。</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>客户细分</translation>
        </message>
        <message>
            <source>Segments</source>
            <translation>客户细分</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Valued for</source>
            <translation>重点客户</translation>
        </message>
        <message>
            <source>“{name}” is kept.</source>
            <translation>已保存“{name}”。</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Back to the list</source>
            <translation>回到列表</translation>
        </message>
        <message>
            <source>Back up now (Backups)</source>
            <translation>立即备份（备份）</translation>
        </message>
        <message>
            <source>Check the data (This PC)</source>
            <translation>检查数据（本机）</translation>
        </message>
        <message>
            <source>Default of the figure you are in</source>
            <translation>恢复当前数值的默认值</translation>
        </message>
        <message>
            <source>From the list into the part</source>
            <translation>从列表进入该项</translation>
        </message>
        <message>
            <source>Move a category</source>
            <translation>移动类别</translation>
        </message>
        <message>
            <source>New account</source>
            <translation>新建账号</translation>
        </message>
        <message>
            <source>New category (Complaint categories)</source>
            <translation>新增类别（投诉类别）</translation>
        </message>
        <message>
            <source>New recovery sheet (Dealership)</source>
            <translation>新的恢复单（门店资料）</translation>
        </message>
        <message>
            <source>Parts of the settings</source>
            <translation>设置项目</translation>
        </message>
        <message>
            <source>Previous or next part of the settings</source>
            <translation>上一项、下一项设置</translation>
        </message>
        <message>
            <source>Prove the chosen backup (Backups)</source>
            <translation>验证所选备份（备份）</translation>
        </message>
        <message>
            <source>Reset the password of an account</source>
            <translation>重置账号密码</translation>
        </message>
        <message>
            <source>Retire a category; bring it back</source>
            <translation>停用类别；恢复使用</translation>
        </message>
    </context>
    <context>
        <name>SharesTable</name>
        <message>
            <source>Away until</source>
            <translation>请假至</translation>
        </message>
        <message>
            <source>By kind</source>
            <translation>按类型</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>工作量</translation>
        </message>
        <message>
            <source>Done today</source>
            <translation>今日完成</translation>
        </message>
        <message>
            <source>Due now</source>
            <translation>现在该打</translation>
        </message>
        <message>
            <source>Nobody makes calls yet.</source>
            <translation>还没有人负责回访。</translation>
        </message>
        <message>
            <source>Nobody's</source>
            <translation>未分配</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>逾期</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>人员</translation>
        </message>
    </context>
    <context>
        <name>SharingSection</name>
        <message numerus="yes">
            <source>%n call(s) are everyone's again.</source>
            <translation>
                <numerusform>已收回 %n 个回访，任何人都可以打。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) given out.</source>
            <translation>
                <numerusform>已分配 %n 个回访。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) moved.</source>
            <translation>
                <numerusform>已移交 %n 个回访。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) went to others.</source>
            <translation>
                <numerusform>%n 个回访转给了其他同事。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) passed on.</source>
            <translation>
                <numerusform>已转交 %n 位客户。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new customer(s) given out.</source>
            <translation>
                <numerusform>已分配 %n 位新客户。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n customer(s) of {giver} are shared out evenly.</source>
            <translation>
                <numerusform>{giver}的 %n 位客户平均分给其他客服专员。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n customer(s) of {giver} go to {taker}.</source>
            <translation>
                <numerusform>{giver}的 %n 位客户全部转给{taker}。</numerusform>
            </translation>
        </message>
        <message>
            <source>Calls already given stay where they are.</source>
            <translation>已分配的回访不变。</translation>
        </message>
        <message>
            <source>Calls of {name}</source>
            <translation>{name}的回访</translation>
        </message>
        <message>
            <source>Calls that are nobody's, hence anyone's</source>
            <translation>未分配的回访，任何人都可以打</translation>
        </message>
        <message>
            <source>First choose calls of the lower list: Enter leads there, Shift+↓ adds.</source>
            <translation>请先在下面的列表里选择回访：按 Enter 进入列表，Shift+↓ 可多选。</translation>
        </message>
        <message>
            <source>Give to … (Ctrl+G)</source>
            <translation>分给…（Ctrl+G）</translation>
        </message>
        <message>
            <source>Nobody who is there may make all of these calls.</source>
            <translation>在岗的人里，没有人可以打所有这些回访。</translation>
        </message>
        <message>
            <source>Pass on</source>
            <translation>转交</translation>
        </message>
        <message>
            <source>Pass on customers</source>
            <translation>客户转交</translation>
        </message>
        <message>
            <source>Share out now (F5)</source>
            <translation>立即分配（F5）</translation>
        </message>
        <message>
            <source>Take back (Ctrl+B)</source>
            <translation>收回（Ctrl+B）</translation>
        </message>
        <message>
            <source>The days off are noted.</source>
            <translation>请假已登记。</translation>
        </message>
        <message>
            <source>The days off are withdrawn.</source>
            <translation>已取消请假。</translation>
        </message>
    </context>
    <context>
        <name>SheetWindow</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Complaint number</source>
            <translation>投诉单号</translation>
        </message>
        <message>
            <source>File it (Enter)</source>
            <translation>归入此单（Enter）</translation>
        </message>
        <message>
            <source>No barcode of a complaint could be read on “{name}”. Which one is it?</source>
            <translation>“{name}”上没有读到投诉单条码，请输入单号。</translation>
        </message>
        <message>
            <source>Signed sheet</source>
            <translation>签字单</translation>
        </message>
        <message>
            <source>“{name}” is the signed sheet of {number}, {customer}. File it there?</source>
            <translation>“{name}”是 {number}（{customer}）的签字单，归入此单吗？</translation>
        </message>
    </context>
    <context>
        <name>SignInPage</name>
        <message>
            <source>Customer files · Intake · Callbacks · Complaints</source>
            <translation>客户档案 · 接待登记 · 回访 · 投诉</translation>
        </message>
        <message>
            <source>Forgot the password? Use the recovery sheet</source>
            <translation>忘记密码？使用恢复单</translation>
        </message>
        <message>
            <source>Frontdesk</source>
            <translation>Frontdesk 前台</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>Opening …</source>
            <translation>正在打开…</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Sample dealership. Every account has the password {password}: admin, advisor, consultant, specialist, csmanager, servicemanager, salesmanager, gm.</source>
            <translation>示例店。所有账户的密码都是 {password}：admin、advisor、consultant、specialist、csmanager、servicemanager、salesmanager、gm。</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>The data of the version before is backed up and brought up to date; that may take some minutes. Step {step} of {steps}.</source>
            <translation>正在备份上一版本的数据并升级，可能需要几分钟。第 {step} 步，共 {steps} 步。</translation>
        </message>
        <message>
            <source>Type your name and your password.</source>
            <translation>请输入用户名和密码。</translation>
        </message>
    </context>
    <context>
        <name>SignatureWindow</name>
        <message>
            <source>Begin anew (Del)</source>
            <translation>重签 (Del)</translation>
        </message>
        <message>
            <source>Customer's signature</source>
            <translation>客户签名</translation>
        </message>
        <message>
            <source>Keep the signature</source>
            <translation>保存签名</translation>
        </message>
        <message>
            <source>The customer signs here with the pen of a tablet or with the mouse.</source>
            <translation>请客户用手写板或鼠标在此签名。</translation>
        </message>
        <message>
            <source>Without signature (Esc)</source>
            <translation>不签 (Esc)</translation>
        </message>
    </context>
    <context>
        <name>SmallWindow</name>
        <message>
            <source>Leave as it is  Esc</source>
            <translation>不改动  Esc</translation>
        </message>
    </context>
    <context>
        <name>StaffSection</name>
        <message>
            <source>Account name</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>在用</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>部门</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>New account (Ctrl+N)</source>
            <translation>新建账号 (Ctrl+N)</translation>
        </message>
        <message>
            <source>Roles</source>
            <translation>岗位</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>There are no accounts.</source>
            <translation>还没有账号。</translation>
        </message>
        <message>
            <source>{name} can sign in now with the temporary password.</source>
            <translation>{name} 现在可以用临时密码登录。</translation>
        </message>
        <message>
            <source>{name} is saved. Other roles hold from the next sign-in.</source>
            <translation>{name} 已保存。岗位变更在下次登录时生效。</translation>
        </message>
        <message>
            <source>{name} signs in with it once and then chooses their own.</source>
            <translation>{name} 用它登录一次，随后设置自己的密码。</translation>
        </message>
    </context>
    <context>
        <name>StartPanel</name>
        <message>
            <source>An empty intake sheet on paper, for when the power is out</source>
            <translation>打印一张空白接车单，停电时手写</translation>
        </message>
        <message>
            <source>Any part will do: last digits of the plate or telephone, initials of the name.</source>
            <translation>输入任意一段即可：车牌或电话尾号、姓名拼音首字母。</translation>
        </message>
        <message>
            <source>Blank sheet</source>
            <translation>空白接车单</translation>
        </message>
        <message>
            <source>Car</source>
            <translation>车型</translation>
        </message>
        <message>
            <source>Find the car</source>
            <translation>查找车辆</translation>
        </message>
        <message>
            <source>Find the car that stands outside.</source>
            <translation>先找到门口的这辆车。</translation>
        </message>
        <message>
            <source>Last visit</source>
            <translation>上次来店</translation>
        </message>
        <message>
            <source>New customer and car</source>
            <translation>新客户、新车辆</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>Plate, telephone, name or VIN</source>
            <translation>车牌、电话、姓名或车架号</translation>
        </message>
        <message>
            <source>What matters now about car and customer appears with the form.</source>
            <translation>找到后，客户与车辆的要紧事项会与接待单一起显示。</translation>
        </message>
        <message>
            <source>Which car comes on {when}?</source>
            <translation>{when} 来的是哪辆车？</translation>
        </message>
        <message>
            <source>Which car is it?</source>
            <translation>来的是哪辆车？</translation>
        </message>
    </context>
    <context>
        <name>StatisticsPage</name>
        <message>
            <source>Approve the chosen report</source>
            <translation>批准所选统计表</translation>
        </message>
        <message>
            <source>Keep the improvement measures</source>
            <translation>保存改进措施</translation>
        </message>
        <message>
            <source>Open the complaints behind the number</source>
            <translation>打开该数字对应的投诉</translation>
        </message>
        <message>
            <source>Period; table; counts or times; comparison</source>
            <translation>期间；表格；件数或时效；对比</translation>
        </message>
        <message>
            <source>Prepare the period's report for approval</source>
            <translation>编制本期统计表，报请批准</translation>
        </message>
        <message>
            <source>Print the complaint category statistics form</source>
            <translation>打印顾客投诉分类统计表</translation>
        </message>
        <message>
            <source>Save the figures as an Excel sheet</source>
            <translation>将统计数字存为 Excel 表</translation>
        </message>
        <message>
            <source>The measures are kept with this period.</source>
            <translation>改进措施已随本期保存。</translation>
        </message>
        <message>
            <source>The repairs behind the first-time-fix figure</source>
            <translation>列出一次修复率的维修</translation>
        </message>
        <message>
            <source>The report is prepared; it waits for approval.</source>
            <translation>统计表已编制，等待批准。</translation>
        </message>
    </context>
    <context>
        <name>StatisticsView</name>
        <message>
            <source>2nd level</source>
            <translation>按小类</translation>
        </message>
        <message>
            <source>Alone</source>
            <translation>不对比</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>对比上期</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>按类别</translation>
        </message>
        <message>
            <source>Channel</source>
            <translation>按渠道</translation>
        </message>
        <message>
            <source>Complaint category statistics form (Ctrl+P)</source>
            <translation>顾客投诉分类统计表 (Ctrl+P)</translation>
        </message>
        <message>
            <source>Complaint statistics</source>
            <translation>投诉统计</translation>
        </message>
        <message>
            <source>Complaints registered</source>
            <translation>受理件数</translation>
        </message>
        <message>
            <source>Counts</source>
            <translation>件数</translation>
        </message>
        <message>
            <source>Department</source>
            <translation>按部门</translation>
        </message>
        <message>
            <source>Excel</source>
            <translation>Excel</translation>
        </message>
        <message>
            <source>First-time fix {rate} (n={n})  Alt+F</source>
            <translation>一次修复率 {rate}（n={n}）  Alt+F</translation>
        </message>
        <message>
            <source>Improvement measures</source>
            <translation>改进措施</translation>
        </message>
        <message>
            <source>Last year</source>
            <translation>对比去年</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>按月份</translation>
        </message>
        <message>
            <source>No complaint was registered in this period.</source>
            <translation>此期间没有受理投诉。</translation>
        </message>
        <message>
            <source>Pareto: few causes, most complaints</source>
            <translation>帕累托图：少数原因，多数投诉</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>按责任人</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Repairs handed over in the period that did not come back; Enter lists</source>
            <translation>本期交车、没有返修的维修；回车列出</translation>
        </message>
        <message>
            <source>Save the figures as a sheet; the password is asked for (Ctrl+E)</source>
            <translation>将统计数字存为表格，需再次输入密码 (Ctrl+E)</translation>
        </message>
        <message>
            <source>The most frequent ones</source>
            <translation>最常见的投诉</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>时效</translation>
        </message>
        <message>
            <source>What is done so that it does not happen again; kept with this period</source>
            <translation>采取哪些措施防止再次发生；随本期保存</translation>
        </message>
    </context>
    <context>
        <name>StepCard</name>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>This complaint is closed and filed.</source>
            <translation>此投诉已结案归档。</translation>
        </message>
        <message>
            <source>Your step: {step}</source>
            <translation>待您办理：{step}</translation>
        </message>
        <message>
            <source>{state}. The ticket is with: {holder}.</source>
            <translation>{state}。投诉单现由 {holder} 持有。</translation>
        </message>
    </context>
    <context>
        <name>StepForm</name>
        <message numerus="yes">
            <source>%n in hand</source>
            <translation>
                <numerusform>在办 %n 件</numerusform>
            </translation>
        </message>
        <message>
            <source>An answer is required</source>
            <translation>必须回答</translation>
        </message>
        <message>
            <source>Asks for</source>
            <translation>提问方式</translation>
        </message>
        <message>
            <source>Counts in the score</source>
            <translation>计入得分</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Insert a field (Ctrl+I)</source>
            <translation>插入字段（Ctrl+I）</translation>
        </message>
        <message>
            <source>Kept as</source>
            <translation>记为</translation>
        </message>
        <message>
            <source>Last words of the call</source>
            <translation>通话的结束语</translation>
        </message>
        <message>
            <source>Name, Chinese</source>
            <translation>名称（中文）</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Only when</source>
            <translation>仅在</translation>
        </message>
        <message>
            <source>Say, Chinese</source>
            <translation>话术（中文）</translation>
        </message>
        <message>
            <source>The complaint is registered here</source>
            <translation>在此登记投诉</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>然后</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>always</source>
            <translation>所有通话</translation>
        </message>
        <message>
            <source>answer only</source>
            <translation>仅作回答</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
    </context>
    <context>
        <name>StepStrip</name>
        <message>
            <source>done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>next</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>now</source>
            <translation>进行中</translation>
        </message>
    </context>
    <context>
        <name>StrengthHint</name>
        <message>
            <source>Fair. A few more characters make it good.</source>
            <translation>尚可，再加几个字符更好。</translation>
        </message>
        <message>
            <source>Good.</source>
            <translation>良好。</translation>
        </message>
        <message>
            <source>Guessed first: words, names, phones, dates or keys in a row.</source>
            <translation>容易被猜到：常用词、姓名、电话、日期或连续字符。</translation>
        </message>
        <message>
            <source>Strong.</source>
            <translation>很强。</translation>
        </message>
        <message>
            <source>Too long.</source>
            <translation>太长了。</translation>
        </message>
        <message>
            <source>Too short yet: at least {least} characters.</source>
            <translation>还太短：至少 {least} 个字符。</translation>
        </message>
    </context>
    <context>
        <name>SumLine</name>
        <message>
            <source>Estimate {total}</source>
            <translation>预估合计 {total}</translation>
        </message>
    </context>
    <context>
        <name>TakingBack</name>
        <message numerus="yes">
            <source>%n appointment(s) again, as before.</source>
            <translation>
                <numerusform>%n 个已恢复为预约。</numerusform>
            </translation>
        </message>
        <message>
            <source>{number} is back at {when}.</source>
            <translation>{number} 已改回 {when}。</translation>
        </message>
    </context>
    <context>
        <name>TermsSection</name>
        <message>
            <source>As it came with the program (Ctrl+D)</source>
            <translation>恢复程序自带的文字（Ctrl+D）</translation>
        </message>
        <message>
            <source>Chinese</source>
            <translation>中文</translation>
        </message>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Intake sheet</source>
            <translation>接车单</translation>
        </message>
        <message>
            <source>One term a line (Shift+Enter), line by line in both languages.</source>
            <translation>每行一条（Shift+Enter 换行），中英文逐条对应。</translation>
        </message>
        <message>
            <source>Printed on the intake sheet above the signatures, numbered by themselves. Sheets of cars that came before a change keep the terms of their day.</source>
            <translation>印在接车单签字栏上方，自动编号。修改之前到店的车，重印时仍是当天的约定。</translation>
        </message>
        <message>
            <source>Save (Ctrl+Enter)</source>
            <translation>保存（Ctrl+Enter）</translation>
        </message>
        <message>
            <source>Saved. Sheets of cars that come from now on have them.</source>
            <translation>已保存。之后到店的车，接车单按新约定。</translation>
        </message>
        <message>
            <source>See the sheet (F5)</source>
            <translation>预览接车单（F5）</translation>
        </message>
        <message>
            <source>With these terms a sheet fits one page.</source>
            <translation>按这些约定，接车单一页能放下。</translation>
        </message>
        <message numerus="yes">
            <source>With these terms a sheet takes %n page(s).</source>
            <translation>
                <numerusform>按这些约定，接车单需要 %n 页。</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} of at most {most} terms</source>
            <translation>{count} 条，最多 {most} 条</translation>
        </message>
    </context>
    <context>
        <name>ThisPcSection</name>
        <message numerus="yes">
            <source>%n damage(s) found</source>
            <translation>
                <numerusform>发现 %n 处损坏</numerusform>
            </translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Check the data now (F8)</source>
            <translation>立即检查数据 (F8)</translation>
        </message>
        <message>
            <source>Checking …</source>
            <translation>正在检查…</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Every page was read and proved; nothing is missing.</source>
            <translation>已逐页读取并校验，数据完整。</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Language and appearance</source>
            <translation>语言和外观</translation>
        </message>
        <message>
            <source>Last backup</source>
            <translation>最近备份</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Like the desktop</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>尚无备份</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Sound at {time}</source>
            <translation>{time} 检查完好</translation>
        </message>
        <message>
            <source>Stop working with this data: close the program, keep the folder as it is and restore the newest backup.</source>
            <translation>请停止使用此数据：关闭程序，保留文件夹原样，并从最近的备份恢复。</translation>
        </message>
        <message>
            <source>The data</source>
            <translation>数据</translation>
        </message>
    </context>
    <context>
        <name>TicketHead</name>
        <message>
            <source>Back to the list (Esc)</source>
            <translation>返回列表 (Esc)</translation>
        </message>
        <message>
            <source>Car</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Complainant</source>
            <translation>投诉人</translation>
        </message>
        <message>
            <source>Complaint registration form (Ctrl+P)</source>
            <translation>顾客投诉登记表 (Ctrl+P)</translation>
        </message>
        <message>
            <source>Due {moment}</source>
            <translation>截止 {moment}</translation>
        </message>
        <message>
            <source>In charge</source>
            <translation>持有人</translation>
        </message>
        <message>
            <source>List</source>
            <translation>列表</translation>
        </message>
        <message>
            <source>Open the customer file</source>
            <translation>打开顾客档案</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Proof pack</source>
            <translation>证据包</translation>
        </message>
        <message>
            <source>Proof pack: everything in one file (Ctrl+Shift+P)</source>
            <translation>证据包：全部材料存为一个文件（Ctrl+Shift+P）</translation>
        </message>
        <message numerus="yes">
            <source>Repeated %n time(s)</source>
            <translation>
                <numerusform>后有 %n 次重复</numerusform>
            </translation>
        </message>
        <message>
            <source>Repeats {number}</source>
            <translation>重复投诉：{number}</translation>
        </message>
        <message>
            <source>Safety matter</source>
            <translation>涉及安全</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>维修工单</translation>
        </message>
        <message>
            <source>plan {time}</source>
            <translation>计划 {time}</translation>
        </message>
        <message>
            <source>{hours} h: {state}</source>
            <translation>{hours} 小时：{state}</translation>
        </message>
        <message>
            <source>{reason} since {time}</source>
            <translation>{reason}，自 {time}</translation>
        </message>
        <message>
            <source>{role} ({people}) stands in</source>
            <translation>{role}（{people}代办）</translation>
        </message>
    </context>
    <context>
        <name>TicketPanel</name>
        <message>
            <source>A matter of safety</source>
            <translation>涉及安全</translation>
        </message>
        <message>
            <source>About</source>
            <translation>大类</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Choose one with the keys 1 to 6.</source>
            <translation>请按 1 至 6 键选择一项。</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Wish</source>
            <translation>诉求</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>原话</translation>
        </message>
    </context>
    <context>
        <name>TicketView</name>
        <message>
            <source>As the customer said it</source>
            <translation>顾客原话</translation>
        </message>
        <message>
            <source>Steps so far</source>
            <translation>办理记录</translation>
        </message>
        <message>
            <source>{name}: {text}</source>
            <translation>{name}：{text}</translation>
        </message>
    </context>
    <context>
        <name>TitleForm</name>
        <message>
            <source>English</source>
            <translation>英文</translation>
        </message>
        <message>
            <source>Script, Chinese (F2)</source>
            <translation>话术名称（F2）</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message numerus="yes">
            <source>%n due soon</source>
            <translation>
                <numerusform>%n 项即将超时</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n 项已超时</numerusform>
            </translation>
        </message>
        <message>
            <source>Complaints, calls and cars appear here when they need you.</source>
            <translation>需要您处理的投诉、回访和车辆会出现在这里。</translation>
        </message>
        <message>
            <source>Nothing waits for you.</source>
            <translation>没有等待您处理的事项。</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
    </context>
    <context>
        <name>ToldOffer</name>
        <message>
            <source>Noted: the customer was told just now.</source>
            <translation>已记录：刚刚告知了客户。</translation>
        </message>
        <message>
            <source>Told now, {how} ({key})</source>
            <translation>刚刚已告知：{how}（{key}）</translation>
        </message>
        <message>
            <source>by message</source>
            <translation>短信或微信</translation>
        </message>
        <message>
            <source>by telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>in person</source>
            <translation>当面</translation>
        </message>
        <message>
            <source>{number} is registered. Was the customer told that it is being handled?</source>
            <translation>{number} 已受理。是否已告知客户正在处理？</translation>
        </message>
    </context>
    <context>
        <name>UnfinishedLine</name>
        <message numerus="yes">
            <source>%n unfinished form(s)</source>
            <translation>
                <numerusform>%n 份未完成的表单</numerusform>
            </translation>
        </message>
        <message>
            <source>Action or penalty</source>
            <translation>措施或处罚</translation>
        </message>
        <message>
            <source>Appointment</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>Call from paper</source>
            <translation>纸单补录</translation>
        </message>
        <message>
            <source>Call list</source>
            <translation>回访名单</translation>
        </message>
        <message>
            <source>Call script</source>
            <translation>话术</translation>
        </message>
        <message>
            <source>Callback</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Car</source>
            <translation>车辆</translation>
        </message>
        <message>
            <source>Change of an order</source>
            <translation>变更记录</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Conclusions</source>
            <translation>回访总结</translation>
        </message>
        <message>
            <source>Customer file</source>
            <translation>客户档案</translation>
        </message>
        <message>
            <source>Days off</source>
            <translation>休假</translation>
        </message>
        <message>
            <source>Hand-over</source>
            <translation>交车</translation>
        </message>
        <message>
            <source>Improvement measures</source>
            <translation>改进措施</translation>
        </message>
        <message>
            <source>Incoming call</source>
            <translation>来电受理</translation>
        </message>
        <message>
            <source>Intake</source>
            <translation>接待登记</translation>
        </message>
        <message>
            <source>Leaves without the work</source>
            <translation>报单未修</translation>
        </message>
        <message>
            <source>Line of the price list</source>
            <translation>价目</translation>
        </message>
        <message>
            <source>Measures of a class</source>
            <translation>各类服务措施</translation>
        </message>
        <message>
            <source>New customer and car</source>
            <translation>新客户与车辆</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Routine sheet</source>
            <translation>例行回访表</translation>
        </message>
        <message>
            <source>Segment</source>
            <translation>客户细分</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Spot check</source>
            <translation>回访抽查</translation>
        </message>
        <message>
            <source>Words added</source>
            <translation>补记原话</translation>
        </message>
    </context>
    <context>
        <name>VehicleForm</name>
        <message>
            <source>All fields  Ctrl+E</source>
            <translation>全部项目  Ctrl+E</translation>
        </message>
        <message>
            <source>Brand</source>
            <translation>品牌</translation>
        </message>
        <message>
            <source>By its months</source>
            <translation>按质保月数推算</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>车辆类别</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>交车日期</translation>
        </message>
        <message>
            <source>Driver {n}</source>
            <translation>驾驶人 {n}</translation>
        </message>
        <message>
            <source>Engine no.</source>
            <translation>发动机号</translation>
        </message>
        <message>
            <source>Fewer fields</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>First service</source>
            <translation>首保日期</translation>
        </message>
        <message>
            <source>Formerly {plates}</source>
            <translation>原车牌 {plates}</translation>
        </message>
        <message>
            <source>Gearbox no.</source>
            <translation>变速箱号</translation>
        </message>
        <message>
            <source>Inspected here</source>
            <translation>在店年检自</translation>
        </message>
        <message>
            <source>Inspection</source>
            <translation>年检到期</translation>
        </message>
        <message>
            <source>Insured here</source>
            <translation>在店续保自</translation>
        </message>
        <message>
            <source>Insured to</source>
            <translation>保险到期</translation>
        </message>
        <message>
            <source>Insurer</source>
            <translation>保险公司</translation>
        </message>
        <message>
            <source>Mileage</source>
            <translation>里程</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>车型</translation>
        </message>
        <message>
            <source>Next maintenance {day}</source>
            <translation>下次保养 {day}</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>Purchased</source>
            <translation>购车日期</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Sold by</source>
            <translation>销售顾问</translation>
        </message>
        <message>
            <source>Sold here</source>
            <translation>本店售出</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Trim</source>
            <translation>配置</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>VIN</source>
            <translation>车架号</translation>
        </message>
        <message>
            <source>Warranty</source>
            <translation>质保期</translation>
        </message>
        <message>
            <source>Warranty to</source>
            <translation>质保到期</translation>
        </message>
        <message>
            <source>at</source>
            <translation>首保里程</translation>
        </message>
        <message>
            <source>km</source>
            <translation>公里</translation>
        </message>
        <message>
            <source>months</source>
            <translation>个月</translation>
        </message>
        <message>
            <source>or up to</source>
            <translation>质保里程</translation>
        </message>
    </context>
    <context>
        <name>VisitFacts</name>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>%n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>Added {at} ({by}): {words}</source>
            <translation>{at} 补记（{by}）：{words}</translation>
        </message>
        <message>
            <source>Advice</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>Advisor</source>
            <translation>服务顾问</translation>
        </message>
        <message>
            <source>Agreed at</source>
            <translation>确认时间</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>到店时间</translation>
        </message>
        <message>
            <source>Belongings</source>
            <translation>随车物品</translation>
        </message>
        <message>
            <source>Booked for</source>
            <translation>预约时间</translation>
        </message>
        <message>
            <source>Brought by</source>
            <translation>送修人</translation>
        </message>
        <message>
            <source>Changes since the agreement</source>
            <translation>确认后的变更</translation>
        </message>
        <message>
            <source>Charged</source>
            <translation>实收</translation>
        </message>
        <message>
            <source>Customer was</source>
            <translation>客户评价</translation>
        </message>
        <message>
            <source>Damage seen</source>
            <translation>环车检查</translation>
        </message>
        <message>
            <source>Estimate</source>
            <translation>预估合计</translation>
        </message>
        <message>
            <source>Fault of</source>
            <translation>故障部位</translation>
        </message>
        <message>
            <source>Fuel</source>
            <translation>油量</translation>
        </message>
        <message>
            <source>How</source>
            <translation>表现</translation>
        </message>
        <message>
            <source>How it ended</source>
            <translation>交车与结算</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>预期费用</translation>
        </message>
        <message>
            <source>In the customer's words</source>
            <translation>客户原话</translation>
        </message>
        <message>
            <source>Mileage</source>
            <translation>里程</translation>
        </message>
        <message>
            <source>Next maintenance</source>
            <translation>下次保养</translation>
        </message>
        <message>
            <source>Not repaired because</source>
            <translation>未修原因</translation>
        </message>
        <message>
            <source>Nothing was written down.</source>
            <translation>未作记录。</translation>
        </message>
        <message>
            <source>On arrival</source>
            <translation>到店情况</translation>
        </message>
        <message>
            <source>Our reading</source>
            <translation>初步判断</translation>
        </message>
        <message>
            <source>Paid by</source>
            <translation>付款方式</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Promised for</source>
            <translation>预计交车</translation>
        </message>
        <message>
            <source>Repeats</source>
            <translation>返修自</translation>
        </message>
        <message>
            <source>Replaced parts</source>
            <translation>更换配件</translation>
        </message>
        <message>
            <source>Safety</source>
            <translation>安全</translation>
        </message>
        <message>
            <source>Walk-around</source>
            <translation>环车检查</translation>
        </message>
        <message>
            <source>Warning lamps</source>
            <translation>故障灯</translation>
        </message>
        <message>
            <source>What</source>
            <translation>现象</translation>
        </message>
        <message>
            <source>When</source>
            <translation>何时</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>何处</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>为何</translation>
        </message>
        <message>
            <source>Work and promise</source>
            <translation>项目与承诺</translation>
        </message>
        <message>
            <source>agreed</source>
            <translation>同意</translation>
        </message>
        <message>
            <source>did not agree</source>
            <translation>不同意</translation>
        </message>
        <message>
            <source>serious</source>
            <translation>严重</translation>
        </message>
        <message>
            <source>{when}, {by}: {why}. {whom} was asked ({how}) and {answer}.</source>
            <translation>{when} {by}：{why}。已征求{whom}意见（{how}），客户{answer}。</translation>
        </message>
    </context>
    <context>
        <name>VisitView</name>
        <message>
            <source>Add words</source>
            <translation>补记原话</translation>
        </message>
        <message>
            <source>Another car</source>
            <translation>换一辆车</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>变更记录</translation>
        </message>
        <message>
            <source>Change slip</source>
            <translation>变更单</translation>
        </message>
        <message>
            <source>Complaint</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Did not come</source>
            <translation>失约</translation>
        </message>
        <message>
            <source>Go on with the intake</source>
            <translation>继续接待</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>交车</translation>
        </message>
        <message>
            <source>Hand the car over</source>
            <translation>确认交车</translation>
        </message>
        <message>
            <source>Keep the change record</source>
            <translation>保存变更记录</translation>
        </message>
        <message>
            <source>Keep the words</source>
            <translation>保存补记</translation>
        </message>
        <message>
            <source>Leaves without the work</source>
            <translation>确认报单未修</translation>
        </message>
        <message>
            <source>Not repaired</source>
            <translation>报单未修</translation>
        </message>
        <message>
            <source>Print the sheet</source>
            <translation>打印接车单</translation>
        </message>
        <message>
            <source>Print with photos</source>
            <translation>打印接车单（含照片）</translation>
        </message>
        <message>
            <source>Print without photos</source>
            <translation>打印接车单（不含照片）</translation>
        </message>
        <message>
            <source>Rework</source>
            <translation>返回车间</translation>
        </message>
        <message>
            <source>Settlement</source>
            <translation>结算单</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>电子签名</translation>
        </message>
        <message>
            <source>Start work</source>
            <translation>开始维修</translation>
        </message>
        <message>
            <source>The car has arrived</source>
            <translation>车辆到店</translation>
        </message>
        <message>
            <source>Work is done</source>
            <translation>完工</translation>
        </message>
    </context>
    <context>
        <name>VisitsSection</name>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n 次来店</numerusform>
            </translation>
        </message>
        <message>
            <source>Advisor</source>
            <translation>服务顾问</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>All repairs</source>
            <translation>全部维修</translation>
        </message>
        <message>
            <source>All that fit, as a sheet; the password is asked for</source>
            <translation>把符合条件的全部导出为表格，需输入密码</translation>
        </message>
        <message>
            <source>All that fit, on paper; this is noted</source>
            <translation>把符合条件的全部打印出来，留下记录</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Car</source>
            <translation>车型</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Days between</source>
            <translation>相隔天数</translation>
        </message>
        <message>
            <source>Declined orders</source>
            <translation>报单未修</translation>
        </message>
        <message>
            <source>Declined work</source>
            <translation>拒修项目</translation>
        </message>
        <message>
            <source>Export  Ctrl+E</source>
            <translation>导出  Ctrl+E</translation>
        </message>
        <message>
            <source>First-time fix {rate}: {held} of {n} repairs did not come back</source>
            <translation>一次修复率 {rate}：{n} 次维修中 {held} 次没有返修</translation>
        </message>
        <message>
            <source>No such visit in this period.</source>
            <translation>此期间没有这类来店。</translation>
        </message>
        <message>
            <source>No such visit of these customers in this period.</source>
            <translation>此期间没有这些客户的这类来店。</translation>
        </message>
        <message>
            <source>Not fixed at once</source>
            <translation>未一次修好</translation>
        </message>
        <message>
            <source>Not wanted, and why</source>
            <translation>未修项目及原因</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>Other order</source>
            <translation>相关单号</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>Print  Ctrl+P</source>
            <translation>打印  Ctrl+P</translation>
        </message>
        <message>
            <source>Repeat repairs</source>
            <translation>返修</translation>
        </message>
        <message>
            <source>Save the list of visits</source>
            <translation>保存来店清单</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Telephone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>来店清单</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Worth</source>
            <translation>未修金额</translation>
        </message>
        <message>
            <source>the newest {shown} are shown</source>
            <translation>只显示最近 {shown} 次</translation>
        </message>
    </context>
    <context>
        <name>WalkField</name>
        <message>
            <source>As last time {count}</source>
            <translation>与上次相同 {count} 处</translation>
        </message>
        <message>
            <source>Lamps</source>
            <translation>故障灯</translation>
        </message>
        <message>
            <source>New {count}</source>
            <translation>新增 {count} 处</translation>
        </message>
        <message>
            <source>No damage marked</source>
            <translation>未标记损伤</translation>
        </message>
        <message>
            <source>Not marked again {count}</source>
            <translation>上次有、这次未标 {count} 处</translation>
        </message>
    </context>
    <context>
        <name>WalkPanel</name>
        <message>
            <source>Arrows: move · 1–6: mark · + −: size · Ctrl+arrows: shift the mark · N: next mark · Del: remove · Ctrl+V: paste a photo</source>
            <translation>方向键：移动 · 1–6：标记 · + −：大小 · Ctrl+方向键：挪动标记 · N：下一处 · Del：删除 · Ctrl+V：粘贴照片</translation>
        </message>
        <message>
            <source>Back to the intake</source>
            <translation>回到登记</translation>
        </message>
        <message>
            <source>Damage</source>
            <translation>损伤</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <source>Still there as last time</source>
            <translation>上次的都还在</translation>
        </message>
        <message>
            <source>Walk-around</source>
            <translation>环车检查</translation>
        </message>
        <message>
            <source>Warning lamps that are lit</source>
            <translation>点亮的故障灯</translation>
        </message>
        <message>
            <source>last walk {day}</source>
            <translation>上次环检 {day}</translation>
        </message>
    </context>
    <context>
        <name>WordsForm</name>
        <message>
            <source>Own words</source>
            <translation>客户原话</translation>
        </message>
        <message>
            <source>What the customer adds, as they say it</source>
            <translation>照原话记下客户补充的内容</translation>
        </message>
    </context>
    <context>
        <name>WorkLines</name>
        <message>
            <source>Charged</source>
            <translation>实收</translation>
        </message>
        <message>
            <source>No work is written down yet.</source>
            <translation>还没有填写项目。</translation>
        </message>
        <message>
            <source>declined: {why}</source>
            <translation>未做：{why}</translation>
        </message>
        <message>
            <source>{off} off</source>
            <translation>优惠 {off}</translation>
        </message>
    </context>
    <context>
        <name>WrongNumber</name>
        <message>
            <source>Ask the customer for the right number</source>
            <translation>请向客户询问正确号码</translation>
        </message>
        <message>
            <source>Correct</source>
            <translation>更正</translation>
        </message>
        <message>
            <source>The right number</source>
            <translation>正确号码</translation>
        </message>
        <message>
            <source>Wrong number {number}</source>
            <translation>错号 {number}</translation>
        </message>
    </context>
    <context>
        <name>_Popup</name>
        <message>
            <source>Nothing found for “{text}”. Try fewer characters, or the other number.</source>
            <translation>没有找到“{text}”。请少输几个字，或换一个号码试试。</translation>
        </message>
        <message>
            <source>new complaint</source>
            <translation>登记投诉</translation>
        </message>
        <message>
            <source>new intake</source>
            <translation>接待登记</translation>
        </message>
        <message>
            <source>open</source>
            <translation>打开</translation>
        </message>
    </context>
    <context>
        <name>_Row</name>
        <message>
            <source>Before: {text}</source>
            <translation>原为：{text}</translation>
        </message>
        <message>
            <source>Both changed it</source>
            <translation>两人都改了</translation>
        </message>
        <message>
            <source>Changed by them</source>
            <translation>对方改了</translation>
        </message>
        <message>
            <source>Changed by you</source>
            <translation>您改了</translation>
        </message>
        <message>
            <source>Differs</source>
            <translation>不同</translation>
        </message>
        <message>
            <source>the stored one stays</source>
            <translation>保留已保存的</translation>
        </message>
        <message>
            <source>yours is taken</source>
            <translation>采用您的</translation>
        </message>
    </context>
    <context>
        <name>action_columns</name>
        <message>
            <source>Customer</source>
            <translation>顾客</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>负责人</translation>
        </message>
        <message>
            <source>Set by</source>
            <translation>制定人</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>投诉单</translation>
        </message>
        <message>
            <source>What is to be done</source>
            <translation>措施内容</translation>
        </message>
        <message>
            <source>Yours</source>
            <translation>由您负责</translation>
        </message>
        <message>
            <source>{day} · {left}</source>
            <translation>{day} · {left}</translation>
        </message>
    </context>
    <context>
        <name>after</name>
        <message>
            <source>Withdrawn {when} by {who}: {why}</source>
            <translation>{who} 于 {when} 撤销：{why}</translation>
        </message>
        <message>
            <source>{kind} · {owner} · due {day}, {left}</source>
            <translation>{kind} · {owner} · 期限 {day}，{left}</translation>
        </message>
        <message>
            <source>{kind} · {owner} · ended {when} by {who}</source>
            <translation>{kind} · {owner} · {who} 于 {when} 结束</translation>
        </message>
        <message>
            <source>{part} · set {when} by {who}</source>
            <translation>{part} · {who} 于 {when} 登记</translation>
        </message>
    </context>
    <context>
        <name>app</name>
        <message>
            <source>Making the sample dealership …</source>
            <translation>正在生成示例店…</translation>
        </message>
    </context>
    <context>
        <name>audit</name>
        <message>
            <source>About</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>Act</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
    </context>
    <context>
        <name>callback_report</name>
        <message>
            <source>Average</source>
            <translation>一般</translation>
        </message>
        <message>
            <source>Caller</source>
            <translation>回访人</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Dissatisfied</source>
            <translation>不满意</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>已完成</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>应回访</translation>
        </message>
        <message>
            <source>Due until</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Finished</source>
            <translation>期内完成</translation>
        </message>
        <message>
            <source>In time</source>
            <translation>按时完成</translation>
        </message>
        <message>
            <source>Incentives</source>
            <translation>奖惩清单</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>回访类型</translation>
        </message>
        <message>
            <source>Length</source>
            <translation>通话时长</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>得分</translation>
        </message>
        <message>
            <source>Reached</source>
            <translation>已接通</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Satisfaction</source>
            <translation>满意度</translation>
        </message>
        <message>
            <source>Satisfied</source>
            <translation>满意</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>平均得分</translation>
        </message>
        <message>
            <source>Served by</source>
            <translation>接待人</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>总结报告</translation>
        </message>
        <message>
            <source>To be looked at</source>
            <translation>需要核查</translation>
        </message>
    </context>
    <context>
        <name>callbacks</name>
        <message>
            <source>Call lists</source>
            <translation>回访名单</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>短信</translation>
        </message>
        <message>
            <source>On paper</source>
            <translation>纸单</translation>
        </message>
        <message>
            <source>Queue</source>
            <translation>待回访</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>报告</translation>
        </message>
        <message>
            <source>Routine sheets</source>
            <translation>例行回访表</translation>
        </message>
        <message>
            <source>Sharing</source>
            <translation>分配</translation>
        </message>
        <message>
            <source>Spot checks</source>
            <translation>回访抽查</translation>
        </message>
    </context>
    <context>
        <name>complaint_columns</name>
        <message>
            <source>Category</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>顾客</translation>
        </message>
        <message>
            <source>Customer told</source>
            <translation>已告知顾客</translation>
        </message>
        <message>
            <source>Level</source>
            <translation>等级</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>受理时间</translation>
        </message>
        <message>
            <source>Repeated complaint</source>
            <translation>重复投诉</translation>
        </message>
        <message>
            <source>Safety matter</source>
            <translation>涉及安全</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>With</source>
            <translation>持有人</translation>
        </message>
    </context>
    <context>
        <name>complaint_steps</name>
        <message>
            <source>Add words</source>
            <translation>补充</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>审核通过</translation>
        </message>
        <message>
            <source>Customer was told</source>
            <translation>已告知顾客</translation>
        </message>
        <message>
            <source>Dispatch</source>
            <translation>派单</translation>
        </message>
        <message>
            <source>Dispatch to a handler</source>
            <translation>派单</translation>
        </message>
        <message>
            <source>File</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>Filing</source>
            <translation>归档</translation>
        </message>
        <message>
            <source>Follow-up call</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Give to another handler</source>
            <translation>改派他人</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>恢复计时</translation>
        </message>
        <message>
            <source>Going on</source>
            <translation>恢复计时</translation>
        </message>
        <message>
            <source>Judge</source>
            <translation>提交判断</translation>
        </message>
        <message>
            <source>Judge anew</source>
            <translation>重新判断</translation>
        </message>
        <message>
            <source>Judgement</source>
            <translation>判断</translation>
        </message>
        <message>
            <source>Let them choose among solutions</source>
            <translation>请顾客选择方案</translation>
        </message>
        <message>
            <source>Let them finish; note it as said</source>
            <translation>听顾客说完，按原话记录</translation>
        </message>
        <message>
            <source>No arguing, harsh words, anger or raised voice</source>
            <translation>不争辩、不动怒、不说重话、不提高嗓门</translation>
        </message>
        <message>
            <source>No light promises</source>
            <translation>不轻易承诺</translation>
        </message>
        <message>
            <source>No shifting of blame</source>
            <translation>不推卸责任</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>处理意见</translation>
        </message>
        <message>
            <source>Our fault: apologise at once; else explain patiently</source>
            <translation>有错立即道歉，无错耐心解释</translation>
        </message>
        <message>
            <source>Pause the clocks</source>
            <translation>暂停计时</translation>
        </message>
        <message>
            <source>Pausing the clocks</source>
            <translation>暂停计时</translation>
        </message>
        <message>
            <source>Record follow-up</source>
            <translation>提交回访</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登记</translation>
        </message>
        <message>
            <source>Registration</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>返单</translation>
        </message>
        <message>
            <source>Return with the result</source>
            <translation>返单</translation>
        </message>
        <message>
            <source>Send back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Sending it back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Sign off</source>
            <translation>签字</translation>
        </message>
        <message>
            <source>Sign-off</source>
            <translation>签字</translation>
        </message>
        <message>
            <source>Submit opinion</source>
            <translation>提交意见</translation>
        </message>
        <message>
            <source>Telling the customer it is being handled</source>
            <translation>告知顾客</translation>
        </message>
        <message>
            <source>Words to add</source>
            <translation>补充</translation>
        </message>
        <message>
            <source>Write opinion anew</source>
            <translation>重写意见</translation>
        </message>
        <message>
            <source>{number}: {step} is noted.</source>
            <translation>{number}：“{step}”已记录。</translation>
        </message>
    </context>
    <context>
        <name>complaints</name>
        <message>
            <source>done in {span}</source>
            <translation>用时 {span}</translation>
        </message>
        <message>
            <source>late, took {span}</source>
            <translation>超时，用时 {span}</translation>
        </message>
        <message>
            <source>paused, {span} left</source>
            <translation>已暂停，剩 {span}</translation>
        </message>
        <message>
            <source>{clock}: {state}</source>
            <translation>{clock}：{state}</translation>
        </message>
        <message>
            <source>{span} left</source>
            <translation>剩余 {span}</translation>
        </message>
        <message>
            <source>{span} over</source>
            <translation>超时 {span}</translation>
        </message>
        <message>
            <source>{state}, with pauses {span}</source>
            <translation>{state}，含暂停 {span}</translation>
        </message>
    </context>
    <context>
        <name>customers</name>
        <message>
            <source>Classes</source>
            <translation>客户分类</translation>
        </message>
        <message>
            <source>Deliveries</source>
            <translation>每日交车</translation>
        </message>
        <message>
            <source>Duplicates</source>
            <translation>重复档案</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>档案</translation>
        </message>
        <message>
            <source>Personal data</source>
            <translation>个人信息</translation>
        </message>
        <message>
            <source>Segments</source>
            <translation>客户细分</translation>
        </message>
    </context>
    <context>
        <name>due</name>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>逾期 %n 天</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>还剩 %n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>due today</source>
            <translation>今天到期</translation>
        </message>
    </context>
    <context>
        <name>errors</name>
        <message>
            <source>Something went wrong in the program</source>
            <translation>程序出错了</translation>
        </message>
        <message>
            <source>This did not work</source>
            <translation>操作未成功</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>What you typed is still there. The details are in the log; please pass it on to whoever looks after the program.</source>
            <translation>您填写的内容仍在。详细信息已记入日志，请转交程序维护人员。</translation>
        </message>
    </context>
    <context>
        <name>evidence</name>
        <message>
            <source>Pasted picture.png</source>
            <translation>粘贴的图片.png</translation>
        </message>
    </context>
    <context>
        <name>files_told</name>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>{name}: {why}</source>
            <translation>{name}：{why}</translation>
        </message>
    </context>
    <context>
        <name>intake</name>
        <message>
            <source>Appointments</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>At the desk</source>
            <translation>接待台</translation>
        </message>
        <message>
            <source>Check-in minutes</source>
            <translation>接车用时</translation>
        </message>
        <message>
            <source>In the house</source>
            <translation>在店车辆</translation>
        </message>
        <message>
            <source>Price list</source>
            <translation>价目表</translation>
        </message>
        <message>
            <source>Visits</source>
            <translation>来店清单</translation>
        </message>
    </context>
    <context>
        <name>labels</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
    </context>
    <context>
        <name>merging</name>
        <message numerus="yes">
            <source>%n call(s)</source>
            <translation>
                <numerusform>回访 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n car(s)</source>
            <translation>
                <numerusform>车辆 %n 台</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n complaint(s)</source>
            <translation>
                <numerusform>投诉 %n 件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n further record(s)</source>
            <translation>
                <numerusform>其他记录 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>备注 %n 条</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n telephone number(s)</source>
            <translation>
                <numerusform>电话 %n 个</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>来店 %n 次</numerusform>
            </translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>生日</translation>
        </message>
        <message>
            <source>Brand</source>
            <translation>品牌</translation>
        </message>
        <message>
            <source>CS specialist</source>
            <translation>客服专员</translation>
        </message>
        <message>
            <source>Class set by hand</source>
            <translation>人工设定的等级</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>交车日期</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>电子邮箱</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>学历</translation>
        </message>
        <message>
            <source>Employer</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Employer's address</source>
            <translation>单位地址</translation>
        </message>
        <message>
            <source>Engine number</source>
            <translation>发动机号</translation>
        </message>
        <message>
            <source>Ethnicity</source>
            <translation>民族</translation>
        </message>
        <message>
            <source>First maintenance</source>
            <translation>首保</translation>
        </message>
        <message>
            <source>Gearbox number</source>
            <translation>变速箱号</translation>
        </message>
        <message>
            <source>Gender</source>
            <translation>性别</translation>
        </message>
        <message>
            <source>Hobbies</source>
            <translation>爱好</translation>
        </message>
        <message>
            <source>Home address</source>
            <translation>家庭住址</translation>
        </message>
        <message>
            <source>ID number or company code</source>
            <translation>身份证号或公司代码</translation>
        </message>
        <message>
            <source>Income</source>
            <translation>收入</translation>
        </message>
        <message>
            <source>Inspected here since</source>
            <translation>本店年检自</translation>
        </message>
        <message>
            <source>Insurance</source>
            <translation>保险</translation>
        </message>
        <message>
            <source>Insured here since</source>
            <translation>本店投保自</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>客户类型</translation>
        </message>
        <message>
            <source>Lunar birthday</source>
            <translation>农历生日</translation>
        </message>
        <message>
            <source>Membership card</source>
            <translation>会员卡</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>车型</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Next inspection</source>
            <translation>下次年检</translation>
        </message>
        <message>
            <source>Number and name</source>
            <translation>电话和姓名相同</translation>
        </message>
        <message>
            <source>Occupation</source>
            <translation>职业</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>车牌号</translation>
        </message>
        <message>
            <source>Preferred channel</source>
            <translation>希望的联系方式</translation>
        </message>
        <message>
            <source>Preferred hours</source>
            <translation>希望的联系时间</translation>
        </message>
        <message>
            <source>Purchased</source>
            <translation>购车日期</translation>
        </message>
        <message>
            <source>Referred by</source>
            <translation>介绍人</translation>
        </message>
        <message>
            <source>Remarks</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Sales consultant</source>
            <translation>销售顾问</translation>
        </message>
        <message>
            <source>Same ID number</source>
            <translation>身份证号相同</translation>
        </message>
        <message>
            <source>Same car</source>
            <translation>同一台车</translation>
        </message>
        <message>
            <source>Same name and address</source>
            <translation>姓名和住址相同</translation>
        </message>
        <message>
            <source>Same number</source>
            <translation>电话相同</translation>
        </message>
        <message>
            <source>Services of interest</source>
            <translation>感兴趣的服务</translation>
        </message>
        <message>
            <source>Sold here</source>
            <translation>本店售出</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>信息来源</translation>
        </message>
        <message>
            <source>Trim</source>
            <translation>配置</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>用途</translation>
        </message>
        <message>
            <source>Usual payment</source>
            <translation>常用付款方式</translation>
        </message>
        <message>
            <source>VIN</source>
            <translation>车架号</translation>
        </message>
        <message>
            <source>Vehicle class</source>
            <translation>车辆级别</translation>
        </message>
        <message>
            <source>Warranty</source>
            <translation>质保</translation>
        </message>
        <message>
            <source>WeChat</source>
            <translation>微信</translation>
        </message>
    </context>
    <context>
        <name>places</name>
        <message>
            <source>The data lies in a folder that {name} keeps in step. It may upload half a change or bring an older copy back. Keep it elsewhere on this PC and let only the backups go there.</source>
            <translation>数据位于 {name} 的同步文件夹中。同步程序可能上传只改了一半的文件，或用旧副本覆盖。请把数据放在本机的其他位置，只把备份存到那里。</translation>
        </message>
        <message>
            <source>The data lies on a network share ({name}). An interrupted connection can lose saved work, and two PCs must never use it at once. Keep it on a disk of this PC and let only the backups go to the share.</source>
            <translation>数据位于网络共享（{name}）。连接中断可能丢失已保存的内容，两台电脑也绝不能同时使用。请把数据放在本机磁盘上，只把备份存到共享文件夹。</translation>
        </message>
        <message>
            <source>in a sync folder ({name}): not a safe place</source>
            <translation>位于同步文件夹（{name}），不安全</translation>
        </message>
        <message>
            <source>on a network share ({name}): not a safe place</source>
            <translation>位于网络共享（{name}），不安全</translation>
        </message>
    </context>
    <context>
        <name>repair</name>
        <message numerus="yes">
            <source>%n entries of the audit trail</source>
            <translation>
                <numerusform>审计记录 %n 条</numerusform>
            </translation>
        </message>
        <message>
            <source>Another file lies in the place of the data</source>
            <translation>数据的位置上是别的文件</translation>
        </message>
        <message>
            <source>Back to the desk</source>
            <translation>返回工作台</translation>
        </message>
        <message>
            <source>Before the last work</source>
            <translation>距最后操作</translation>
        </message>
        <message>
            <source>Choose a backup file …</source>
            <translation>选择备份文件…</translation>
        </message>
        <message>
            <source>Choose another folder …</source>
            <translation>选择其他文件夹…</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>数据文件夹</translation>
        </message>
        <message>
            <source>Found a new dealership …</source>
            <translation>新建门店…</translation>
        </message>
        <message>
            <source>Look again (F5)</source>
            <translation>再查看一次 (F5)</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>备份时间</translation>
        </message>
        <message>
            <source>Missing then: the work of the last {span}</source>
            <translation>将会缺失：最后 {span} 的操作</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>账号</translation>
        </message>
        <message>
            <source>No backup was found in the usual places. Choose the file yourself.</source>
            <translation>在常用位置没有找到备份。请自行选择备份文件。</translation>
        </message>
        <message>
            <source>Not sound</source>
            <translation>已损坏</translation>
        </message>
        <message>
            <source>Nothing has been changed. The backup is proved before it is used, and the files that are there now are set aside, not deleted.</source>
            <translation>目前未作任何改动。备份在使用前会先检验；现有文件会移到一旁保留，不会删除。</translation>
        </message>
        <message>
            <source>Nothing has been changed; the data stays where it is.</source>
            <translation>未作任何改动，数据仍在原处。</translation>
        </message>
        <message>
            <source>Nothing is missing: it holds the last work known of.</source>
            <translation>不缺任何内容：最后的操作都在其中。</translation>
        </message>
        <message>
            <source>Nothing that was entered is lost.</source>
            <translation>录入的内容一条不丢。</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>Proved</source>
            <translation>检验</translation>
        </message>
        <message>
            <source>Proving it and putting it in place …</source>
            <translation>正在检验并放回…</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Recovery code</source>
            <translation>恢复码</translation>
        </message>
        <message>
            <source>Restoring is not finished yet</source>
            <translation>恢复还没有完成</translation>
        </message>
        <message>
            <source>Saved work is missing</source>
            <translation>已保存的记录不见了</translation>
        </message>
        <message>
            <source>Second place</source>
            <translation>第二位置</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>The data belongs to a newer program</source>
            <translation>数据属于更新版本的程序</translation>
        </message>
        <message>
            <source>The data can be used again</source>
            <translation>数据可以使用了</translation>
        </message>
        <message>
            <source>The data file is missing</source>
            <translation>数据文件不见了</translation>
        </message>
        <message>
            <source>The data folder cannot be read</source>
            <translation>数据文件夹无法读取</translation>
        </message>
        <message>
            <source>The data folder cannot be written</source>
            <translation>数据文件夹不可写入</translation>
        </message>
        <message>
            <source>The data folder is not there</source>
            <translation>找不到数据文件夹</translation>
        </message>
        <message>
            <source>The data is damaged</source>
            <translation>数据已损坏</translation>
        </message>
        <message>
            <source>The data itself is not touched: only the key file is taken from a backup, and nothing that was entered is lost. Names and passwords are then those of that moment.</source>
            <translation>数据本身不动：只从备份中取回密钥文件，录入的内容一条不丢。账号和密码以备份当时的为准。</translation>
        </message>
        <message>
            <source>The data that is there is checked first. What was saved after its last entry stays missing; your reason goes into the audit trail.</source>
            <translation>先检查现有数据。最后一条记录之后保存的内容仍然缺失；您写的原因会记入审计记录。</translation>
        </message>
        <message>
            <source>The disk is full</source>
            <translation>磁盘已满</translation>
        </message>
        <message>
            <source>The key file is damaged</source>
            <translation>密钥文件已损坏</translation>
        </message>
        <message>
            <source>The key file is missing</source>
            <translation>密钥文件不见了</translation>
        </message>
        <message>
            <source>What was entered after that is missing then.</source>
            <translation>在那之后录入的内容将会缺失。</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>{sentence} ({counted}).</source>
            <translation>{sentence}（{counted}）。</translation>
        </message>
        <message>
            <source>{sentence}.</source>
            <translation>{sentence}。</translation>
        </message>
    </context>
    <context>
        <name>rest_words</name>
        <message>
            <source>A closed day</source>
            <translation>休息日</translation>
        </message>
        <message>
            <source>Public holiday ({name})</source>
            <translation>法定节假日（{name}）</translation>
        </message>
        <message>
            <source>Weekend</source>
            <translation>周末</translation>
        </message>
    </context>
    <context>
        <name>save_as</name>
        <message>
            <source>Excel sheet (*.xlsx)</source>
            <translation>Excel 表格 (*.xlsx)</translation>
        </message>
        <message>
            <source>Saved: {path}</source>
            <translation>已保存：{path}</translation>
        </message>
    </context>
    <context>
        <name>settings</name>
        <message>
            <source>, </source>
            <comment>between roles</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>Audit trail</source>
            <translation>操作记录</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>备份</translation>
        </message>
        <message>
            <source>Call scripts</source>
            <translation>话术</translation>
        </message>
        <message>
            <source>Complaint categories</source>
            <translation>投诉类别</translation>
        </message>
        <message>
            <source>Dealership</source>
            <translation>门店资料</translation>
        </message>
        <message>
            <source>Intake terms</source>
            <translation>接车单约定</translation>
        </message>
        <message>
            <source>Message texts</source>
            <translation>短信文字</translation>
        </message>
        <message>
            <source>My account</source>
            <translation>我的账号</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>员工账号</translation>
        </message>
        <message>
            <source>This PC</source>
            <translation>本机</translation>
        </message>
    </context>
    <context>
        <name>statistics</name>
        <message numerus="yes">
            <source>%n complaint(s) changed since</source>
            <translation>
                <numerusform>此后有 %n 件投诉变动</numerusform>
            </translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>已批准</translation>
        </message>
        <message>
            <source>As approved on {at} by {by}</source>
            <translation>{at} 由 {by} 批准</translation>
        </message>
        <message>
            <source>Before: {figure}, n = {n}</source>
            <translation>对比期：{figure}，n = {n}</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已结案</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>件数</translation>
        </message>
        <message>
            <source>Cum.</source>
            <translation>累计占比</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>平均小时</translation>
        </message>
        <message>
            <source>In time</source>
            <translation>时限内/结案</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>中位小时</translation>
        </message>
        <message>
            <source>Median, pauses</source>
            <translation>中位(含暂停)</translation>
        </message>
        <message>
            <source>Pauses counted</source>
            <translation>含暂停/结案</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Prepared on {at} by {by}</source>
            <translation>{at} 由 {by} 编制</translation>
        </message>
        <message>
            <source>Repeats</source>
            <translation>重复</translation>
        </message>
        <message>
            <source>Satisfied</source>
            <translation>满意/回访</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>处理评分</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>占比</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>此后</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>To approve</source>
            <translation>待批准</translation>
        </message>
        <message>
            <source>Valid</source>
            <translation>成立</translation>
        </message>
        <message>
            <source>With pauses</source>
            <translation>平均(含暂停)</translation>
        </message>
    </context>
    <context>
        <name>tabs</name>
        <message>
            <source>Callbacks</source>
            <translation>回访</translation>
        </message>
        <message>
            <source>Complaints</source>
            <translation>投诉</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户档案</translation>
        </message>
        <message>
            <source>Intake</source>
            <translation>接待登记</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Statistics</source>
            <translation>统计</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
    </context>
    <context>
        <name>today</name>
        <message>
            <source>Car or action</source>
            <translation>车辆或措施</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Deadline</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <source>Safety matter</source>
            <translation>涉及安全</translation>
        </message>
        <message>
            <source>Safety: {step}</source>
            <translation>安全：{step}</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>待办</translation>
        </message>
        <message>
            <source>paused, {span} left</source>
            <translation>已暂停，剩 {span}</translation>
        </message>
        <message>
            <source>{clock}: {left}</source>
            <translation>{clock}：{left}</translation>
        </message>
        <message>
            <source>{day} · {left}</source>
            <translation>{day} · {left}</translation>
        </message>
    </context>
    <context>
        <name>undo</name>
        <message>
            <source>Undo (Ctrl+Z)</source>
            <translation>撤销 (Ctrl+Z)</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n 天前</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>%n 小时前</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>%n 分钟前</numerusform>
            </translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>Tomorrow</source>
            <translation>明天</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>昨天</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>刚刚</translation>
        </message>
        <message>
            <source>{days} d {hours} h</source>
            <translation>{days}天{hours}小时</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours}小时{minutes}分</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes}分钟</translation>
        </message>
        <message>
            <source>{span} left</source>
            <translation>剩余{span}</translation>
        </message>
        <message>
            <source>{span} over</source>
            <translation>超时{span}</translation>
        </message>
    </context>
</TS>
