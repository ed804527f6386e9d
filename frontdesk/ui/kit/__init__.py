"""The parts every screen is made of. Import from the modules; nothing is re-exported.

    from frontdesk.ui.kit.page import Page, Place, UiContext
    from frontdesk.ui.kit.form import FormPanel
    from frontdesk.ui.kit.fields import TextField, MoneyField, DateField

Looks
    tokens      ``Tone`` (NEUTRAL INFO OK WARN ERROR), ``current()`` colours,
                ``clock_tone(ClockColour)``, measures ``GAP ROOM CONTROL_HEIGHT ROW_HEIGHT
                TITLE_POINTS``
    theme       ``apply_theme(app, Theme.LIGHT | DARK | SYSTEM)``
    fonts       ``FontKeeper(app).install()``, ``base_font()``
    icons       ``icon(name, colour='text')`` Phosphor names ('car', 'phone-call', 'user' …),
                ``tone_icon(tone)``, ``paint_icon(painter, rect, name, '#RRGGBB')``
    labels      ``plain(text, wrap=)``, ``muted``, ``small``, ``sized(label, points, bold=)``,
                ``set_tone(label, tone)``, ``set_tip(widget, text)``, ``button(text, look='primary'
                | 'danger' | 'flat' | '')``, ``ask(parent, title, text, yes=…) -> bool``,
                ``tell(parent, title, text)``
    words       ``word(enum)``, ``day(date)``, ``when(datetime)``, ``hour``, ``near``, ``ago``,
                ``until``, ``span(timedelta)``, ``money(Decimal)``, ``number(int)``,
                ``share(0..1)``, ``shown(any)``
    language    ``switch().use(Language)``, ``current()``, ``switch().language_changed``; mixin
                ``Translated`` before the widget class: ``retranslate()`` runs at every change

Work
    tasks       ``Page.run(fn, done, failed=None, kind='read'|'write'|'search'|'long')`` or
                ``context.tasks.run(fn, done, failed, kind=…, owner=widget) -> Task``
                (``cancel()``); ``done``/``failed`` on the GUI thread, dropped when the owner is
                gone
    progress    ``run_with_progress(tasks, parent, fn(progress, cancelled), title, done, failed)``
    errors      ``present(widget, error, retry=None)``, ``said(error)`` the sentence
    drafts      ``DraftKeeper(forms, load(callback), save(typed), discard(), banners)``:
                ``offer()``, ``forget()`` after the real save, ``drop()``, ``pause(bool)``
    undo        ``Page.offer_undo(text, undo)`` (10 s, Ctrl+Z)
    state       ``UiState.get(key, default)``, ``put(key, text)``

Forms
    field       ``Field``: ``name value() set_value() typed() set_typed() set_label()
                set_required() set_hint() set_guess(value, why)
                set_warning(text) set_error() set_read_only()``,
                signals ``changed left entered``
    fields      ``TextField PasswordField MultilineField NumberField(unit=, least=, most=)
                MoneyField DateField DateTimeField CheckField``
    choice      ``ChoiceField(name, EnumClass | [(value, text)], per_row=6)``
    choices     ``ChoicesField(name, EnumClass | [(value, text)], per_row=6)``: any number of them
    form        ``FormPanel``: ``add(field, row, column, span)``, ``add_widget``, ``values()``
                (raises ``InputErrors``), ``set_values(mapping)``, ``typed()``, ``set_typed()``,
                ``has_changes()``, ``mark_saved()``, ``validator(name, fn)``,
                ``show_errors(error)``, ``clear_errors()``, ``focus_first()``; signals
                ``save_requested changed left(name) last_entered``

Shown
    panels      ``Card(title)`` (``add``, ``add_action``, ``body``), ``SectionTitle``,
                ``page_title``, ``EmptyState(icon, text, action)`` (``acted``), ``StatusChip(tone,
                text)``, ``KeyHint``
    banner      ``Banner``, ``BannerArea.show_banner(tone, text, action, on_action, key=,
                for_ms=)``
    table       ``RecordTable(key, [Column(...)], id_of, state=context.state)``: ``set_rows``,
                ``rows``, ``select(id)``, ``current_id()``, ``sort_by(key)``, ``set_empty(icon,
                text, action)``, ``add_tool(widget)``, ``texts()``; signals ``activated(id)
                selected(id)``
    table_model ``Column(key, title=lambda: self.tr(..), value=lambda r: r.x, …)``, ``Chip(tone,
                text)``
    step_strip  ``StepStrip.show_steps([Step(title, StepState, planned, actual, tone)])``
    timeline    ``Timeline.set_items([TimelineItem(id, moment, icon, title, text, tone)])``,
                ``opened(id)``
    charts      ``Bar(label, value, text, tone)``, ``BarChart`` and ``ParetoChart.show_bars(bars)``
    pdf_view    ``show_pdf(parent, title, pdf_bytes, file_name, on_printed=, on_saved=)``
    page        ``Page`` (``body``, ``banners``, ``run``, ``notice(tone, text)``, ``offer_undo``;
                override ``refresh(changes) open_place(place) retranslate() has_unsaved()
                park() keys() focus_first()``), ``Place(tab, record_id, action, payload)``,
                ``Subject(customer_id, vehicle_id, visit_id)`` for the act ``new``, ``UiContext``
"""
