<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
