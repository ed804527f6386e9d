<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AfterForm</name>
        <message numerus="yes">
            <source>%n open</source>
            <translation>
                <numerusform>%n open</numerusform>
                <numerusform>%n open</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AppointmentsSection</name>
        <message numerus="yes">
            <source>%n appointment(s)</source>
            <translation>
                <numerusform>%n appointment</numerusform>
                <numerusform>%n appointments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n marked as no-show.</source>
            <translation>
                <numerusform>%n marked as no-show.</numerusform>
                <numerusform>%n marked as no-shows.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of these customers</source>
            <translation>
                <numerusform>%n of these customers</numerusform>
                <numerusform>%n of these customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n outside the hours</source>
            <translation>
                <numerusform>%n outside the hours</numerusform>
                <numerusform>%n outside the hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Mark %n missed as no-show</source>
            <translation>
                <numerusform>Mark %n missed as no-show</numerusform>
                <numerusform>Mark %n missed as no-shows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AsideCard</name>
        <message numerus="yes">
            <source>%n time(s) older data was put back</source>
            <translation>
                <numerusform>%n time older data was put back</numerusform>
                <numerusform>%n times older data was put back</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AuditSection</name>
        <message numerus="yes">
            <source>%n entries</source>
            <translation>
                <numerusform>%n entry</numerusform>
                <numerusform>%n entries</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n entries saved: {path}</source>
            <translation>
                <numerusform>%n entry saved: {path}</numerusform>
                <numerusform>%n entries saved: {path}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fault(s) found at {at}</source>
            <translation>
                <numerusform>%n fault found at {at}</numerusform>
                <numerusform>%n faults found at {at}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Sealed, %n entries</source>
            <translation>
                <numerusform>Sealed, %n entry</numerusform>
                <numerusform>Sealed, %n entries</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BackupsSection</name>
        <message numerus="yes">
            <source>Made by itself %n minute(s) after changes, and on closing; older ones are thinned out. Each is encrypted like the data.</source>
            <translation>
                <numerusform>Made by itself %n minute after changes, and on closing; older ones are thinned out. Each is encrypted like the data.</numerusform>
                <numerusform>Made by itself %n minutes after changes, and on closing; older ones are thinned out. Each is encrypted like the data.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BookedAlready</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CallsOfTheDay</name>
        <message numerus="yes">
            <source>%n call(s) have fallen due.</source>
            <translation>
                <numerusform>%n call has fallen due.</numerusform>
                <numerusform>%n calls have fallen due.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Broken off. %n call(s) have fallen due so far.</source>
            <translation>
                <numerusform>Broken off. %n call has fallen due so far.</numerusform>
                <numerusform>Broken off. %n calls have fallen due so far.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CategoriesSection</name>
        <message numerus="yes">
            <source>%n ticket(s) have it.</source>
            <translation>
                <numerusform>%n ticket has it.</numerusform>
                <numerusform>%n tickets have it.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChecksSection</name>
        <message numerus="yes">
            <source>%n call(s) drawn; they wait in the queue to be made again.</source>
            <translation>
                <numerusform>%n call drawn; it waits in the queue to be made again.</numerusform>
                <numerusform>%n calls drawn; they wait in the queue to be made again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClassLine</name>
        <message numerus="yes">
            <source>{badge} and %n more</source>
            <translation>
                <numerusform>{badge} and %n more</numerusform>
                <numerusform>{badge} and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClassesSection</name>
        <message numerus="yes">
            <source>%n customer(s) changed.</source>
            <translation>
                <numerusform>%n customer changed.</numerusform>
                <numerusform>%n customers changed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lost</source>
            <translation>
                <numerusform>%n lost</numerusform>
                <numerusform>%n lost</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClockNotice</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n year</numerusform>
                <numerusform>%n years</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ComplaintsPage</name>
        <message numerus="yes">
            <source>%n complaint(s) behind: {title}</source>
            <translation>
                <numerusform>%n complaint behind: {title}</numerusform>
                <numerusform>%n complaints behind: {title}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeskStatusBar</name>
        <message numerus="yes">
            <source>%n unsent message(s)</source>
            <translation>
                <numerusform>%n unsent message</numerusform>
                <numerusform>%n unsent messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DrawPanel</name>
        <message numerus="yes">
            <source>%n call(s) to draw from</source>
            <translation>
                <numerusform>%n call to draw from</numerusform>
                <numerusform>%n calls to draw from</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n chosen by hand</source>
            <translation>
                <numerusform>%n chosen by hand</numerusform>
                <numerusform>%n chosen by hand</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Editor</name>
        <message numerus="yes">
            <source>%n faults to mend before it can be published (F6).</source>
            <translation>
                <numerusform>%n fault to mend before it can be published (F6).</numerusform>
                <numerusform>%n faults to mend before it can be published (F6).</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EvidenceDesk</name>
        <message numerus="yes">
            <source>%n file(s) added.</source>
            <translation>
                <numerusform>%n file added.</numerusform>
                <numerusform>%n files added.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Stopped; %n file(s) were not added.</source>
            <translation>
                <numerusform>Stopped; %n file was not added.</numerusform>
                <numerusform>Stopped; %n files were not added.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FileHead</name>
        <message numerus="yes">
            <source>%n call(s) due</source>
            <translation>
                <numerusform>%n call due</numerusform>
                <numerusform>%n calls due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open complaint(s)</source>
            <translation>
                <numerusform>%n open complaint</numerusform>
                <numerusform>%n open complaints</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n visit</numerusform>
                <numerusform>%n visits</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message numerus="yes">
            <source>Import %n row(s)</source>
            <translation>
                <numerusform>Import %n row</numerusform>
                <numerusform>Import %n rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LateCard</name>
        <message numerus="yes">
            <source>%n new customer(s) without a specialist; F5 gives them out.</source>
            <translation>
                <numerusform>%n new customer without a specialist; F5 gives them out.</numerusform>
                <numerusform>%n new customers without a specialist; F5 gives them out.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListForm</name>
        <message numerus="yes">
            <source>%n call(s) to be made</source>
            <translation>
                <numerusform>%n call to be made</numerusform>
                <numerusform>%n calls to be made</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fit</source>
            <translation>
                <numerusform>%n fits</numerusform>
                <numerusform>%n fit</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n have such a call already</source>
            <translation>
                <numerusform>%n has such a call already</numerusform>
                <numerusform>%n have such a call already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n want no calls</source>
            <translation>
                <numerusform>%n wants no calls</numerusform>
                <numerusform>%n want no calls</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListPane</name>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The first %n file(s); there are more</source>
            <translation>
                <numerusform>The first %n file; there are more</numerusform>
                <numerusform>The first %n files; there are more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The first {shown} of %n file(s)</source>
            <translation>
                <numerusform>The first {shown} of %n file</numerusform>
                <numerusform>The first {shown} of %n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListView</name>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ListsSection</name>
        <message numerus="yes">
            <source>Close “{name}”? %n open call(s) will be withdrawn.</source>
            <translation>
                <numerusform>Close “{name}”? %n open call will be withdrawn.</numerusform>
                <numerusform>Close “{name}”? %n open calls will be withdrawn.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Closed; %n call(s) withdrawn.</source>
            <translation>
                <numerusform>Closed; %n call withdrawn.</numerusform>
                <numerusform>Closed; %n calls withdrawn.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message numerus="yes">
            <source>Locked after %n minute(s) without a key. What you had open is still there.</source>
            <translation>
                <numerusform>Locked after %n minute without a key. What you had open is still there.</numerusform>
                <numerusform>Locked after %n minutes without a key. What you had open is still there.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MessagesSection</name>
        <message numerus="yes">
            <source>%n message(s) marked as sent.</source>
            <translation>
                <numerusform>%n message marked as sent.</numerusform>
                <numerusform>%n messages marked as sent.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n message(s) withdrawn.</source>
            <translation>
                <numerusform>%n message withdrawn.</numerusform>
                <numerusform>%n messages withdrawn.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OverdueBadge</name>
        <message numerus="yes">
            <source>%n complaint(s) overdue</source>
            <translation>
                <numerusform>%n complaint overdue</numerusform>
                <numerusform>%n complaints overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PersonalSection</name>
        <message numerus="yes">
            <source>%n person(s) removed.</source>
            <translation>
                <numerusform>%n person removed.</numerusform>
                <numerusform>%n persons removed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Remove %n person(s) for good? This cannot be undone.</source>
            <translation>
                <numerusform>Remove %n person for good? This cannot be undone.</numerusform>
                <numerusform>Remove %n persons for good? This cannot be undone.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProgressWindow</name>
        <message numerus="yes">
            <source>about %n second(s) left</source>
            <translation>
                <numerusform>about %n second left</numerusform>
                <numerusform>about %n seconds left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProofDesk</name>
        <message numerus="yes">
            <source>%n file(s) of {number} saved as {file}.</source>
            <translation>
                <numerusform>%n file of {number} saved as {file}.</numerusform>
                <numerusform>%n files of {number} saved as {file}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueueView</name>
        <message numerus="yes">
            <source>%n done today</source>
            <translation>
                <numerusform>%n done today</numerusform>
                <numerusform>%n done today</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more, less urgent</source>
            <translation>
                <numerusform>%n more, less urgent</numerusform>
                <numerusform>%n more, less urgent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecordTable</name>
        <message numerus="yes">
            <source>%n record(s)</source>
            <translation>
                <numerusform>%n record</numerusform>
                <numerusform>%n records</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{shown} of %n record(s)</source>
            <translation>
                <numerusform>{shown} of %n record</numerusform>
                <numerusform>{shown} of %n records</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RoutineSection</name>
        <message numerus="yes">
            <source>%n missed</source>
            <translation>
                <numerusform>%n missed</numerusform>
                <numerusform>%n missed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SameFiles</name>
        <message numerus="yes">
            <source>%n more file(s) hold it as well.</source>
            <translation>
                <numerusform>%n more file hold it as well.</numerusform>
                <numerusform>%n more files hold it as well.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SegmentsSection</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SharingSection</name>
        <message numerus="yes">
            <source>%n call(s) are everyone's again.</source>
            <translation>
                <numerusform>%n call is everyone's again.</numerusform>
                <numerusform>%n calls are everyone's again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) given out.</source>
            <translation>
                <numerusform>%n call given out.</numerusform>
                <numerusform>%n calls given out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) moved.</source>
            <translation>
                <numerusform>%n call moved.</numerusform>
                <numerusform>%n calls moved.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n call(s) went to others.</source>
            <translation>
                <numerusform>%n call went to others.</numerusform>
                <numerusform>%n calls went to others.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n customer(s) passed on.</source>
            <translation>
                <numerusform>%n customer passed on.</numerusform>
                <numerusform>%n customers passed on.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new customer(s) given out.</source>
            <translation>
                <numerusform>%n new customer given out.</numerusform>
                <numerusform>%n new customers given out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n customer(s) of {giver} are shared out evenly.</source>
            <translation>
                <numerusform>All %n customer of {giver} are shared out evenly.</numerusform>
                <numerusform>All %n customers of {giver} are shared out evenly.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n customer(s) of {giver} go to {taker}.</source>
            <translation>
                <numerusform>All %n customer of {giver} go to {taker}.</numerusform>
                <numerusform>All %n customers of {giver} go to {taker}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StepForm</name>
        <message numerus="yes">
            <source>%n in hand</source>
            <translation>
                <numerusform>%n in hand</numerusform>
                <numerusform>%n in hand</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TakingBack</name>
        <message numerus="yes">
            <source>%n appointment(s) again, as before.</source>
            <translation>
                <numerusform>%n appointment again, as before.</numerusform>
                <numerusform>%n appointments again, as before.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TermsSection</name>
        <message numerus="yes">
            <source>With these terms a sheet takes %n page(s).</source>
            <translation>
                <numerusform>With these terms a sheet takes %n page.</numerusform>
                <numerusform>With these terms a sheet takes %n pages.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ThisPcSection</name>
        <message numerus="yes">
            <source>%n damage(s) found</source>
            <translation>
                <numerusform>%n damage found</numerusform>
                <numerusform>%n damages found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TicketHead</name>
        <message numerus="yes">
            <source>Repeated %n time(s)</source>
            <translation>
                <numerusform>Repeated %n time</numerusform>
                <numerusform>Repeated %n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message numerus="yes">
            <source>%n due soon</source>
            <translation>
                <numerusform>%n due soon</numerusform>
                <numerusform>%n due soon</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n overdue</source>
            <translation>
                <numerusform>%n overdue</numerusform>
                <numerusform>%n overdue</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UnfinishedLine</name>
        <message numerus="yes">
            <source>%n unfinished form(s)</source>
            <translation>
                <numerusform>%n unfinished form</numerusform>
                <numerusform>%n unfinished forms</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VisitFacts</name>
        <message numerus="yes">
            <source>%n time(s)</source>
            <translation>
                <numerusform>%n time</numerusform>
                <numerusform>%n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>VisitsSection</name>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n visit</numerusform>
                <numerusform>%n visits</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>due</name>
        <message numerus="yes">
            <source>%n day(s) late</source>
            <translation>
                <numerusform>%n day late</numerusform>
                <numerusform>%n days late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) left</source>
            <translation>
                <numerusform>%n day left</numerusform>
                <numerusform>%n days left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>merging</name>
        <message numerus="yes">
            <source>%n call(s)</source>
            <translation>
                <numerusform>%n call</numerusform>
                <numerusform>%n calls</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n car(s)</source>
            <translation>
                <numerusform>%n car</numerusform>
                <numerusform>%n cars</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n complaint(s)</source>
            <translation>
                <numerusform>%n complaint</numerusform>
                <numerusform>%n complaints</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n further record(s)</source>
            <translation>
                <numerusform>%n further record</numerusform>
                <numerusform>%n further records</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n telephone number(s)</source>
            <translation>
                <numerusform>%n telephone number</numerusform>
                <numerusform>%n telephone numbers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n visit(s)</source>
            <translation>
                <numerusform>%n visit</numerusform>
                <numerusform>%n visits</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>repair</name>
        <message numerus="yes">
            <source>%n entries of the audit trail</source>
            <translation>
                <numerusform>%n entry of the audit trail</numerusform>
                <numerusform>%n entries of the audit trail</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>statistics</name>
        <message numerus="yes">
            <source>%n complaint(s) changed since</source>
            <translation>
                <numerusform>%n complaint changed since</numerusform>
                <numerusform>%n complaints changed since</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message numerus="yes">
            <source>%n day(s) ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>%n hour ago</numerusform>
                <numerusform>%n hours ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>%n minute ago</numerusform>
                <numerusform>%n minutes ago</numerusform>
            </translation>
        </message>
    </context>
</TS>
