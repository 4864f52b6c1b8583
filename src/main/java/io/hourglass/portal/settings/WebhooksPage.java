package io.hourglass.portal.settings;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.events.EventKind;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.messages.outbox.KnownKinds;
import io.hourglass.messages.setup.SetUpWebhooks;
import io.hourglass.messages.webhooks.Deliveries;
import io.hourglass.messages.webhooks.Deliveries.Count;
import io.hourglass.messages.webhooks.Deliveries.Sought;
import io.hourglass.messages.webhooks.Delivery;
import io.hourglass.messages.webhooks.Delivery.State;
import io.hourglass.messages.webhooks.Webhook;
import io.hourglass.messages.webhooks.Webhooks;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** To which addresses events are sent, a form for a new one, and a page of each with what was sent and what could not be. */
@Page
class WebhooksPage {

    static final String ADDRESS = "/settings/webhooks";

    private static final int SIZE = 50;

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final SetUpWebhooks setUp;
    private final KnownKinds kinds;
    private final SettingsPageSupport pages;

    WebhooksPage(
            Webhooks webhooks,
            Deliveries deliveries,
            SetUpWebhooks setUp,
            KnownKinds kinds,
            SettingsPageSupport pages) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.setUp = setUp;
        this.kinds = kinds;
        this.pages = pages;
    }

    /**
     * What the form holds.
     *
     * @param broken the field that could not be taken; empty if there is none
     */
    record Form(String url, Set<String> kinds, String broken) {

        static final Form EMPTY = new Form("", Set.of(), "");
    }

    /** Which page of each list is shown, from 0. */
    private record Parts(int dead, int waiting, int delivered) {

        static final Parts FIRST = new Parts(0, 0, 0);
    }

    /** A webhook, how many of its messages wait, and how many are dead. */
    record Row(Webhook webhook, int waiting, int dead) {}

    @GetMapping(ADDRESS)
    ModelAndView show() {
        return page(Form.EMPTY, HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView add(
            @RequestParam(defaultValue = "") String url,
            @RequestParam(name = "kinds", defaultValue = "") Set<String> chosen,
            RedirectAttributes flash) {
        var wanted = StoredText.typed(url);
        try {
            var added = setUp.add(wanted, chosen);
            flash.addFlashAttribute("secret", added.secret());
            return pages.done(ADDRESS, flash, "settings.webhooks.added");
        } catch (InvalidInput e) {
            return page(new Form(wanted, chosen, e.field()), HttpStatus.BAD_REQUEST);
        }
    }

    @GetMapping(ADDRESS + "/{webhook}")
    ModelAndView one(
            @PathVariable String webhook,
            @RequestParam(defaultValue = "0") @Min(0) int dead,
            @RequestParam(defaultValue = "0") @Min(0) int waiting,
            @RequestParam(defaultValue = "0") @Min(0) int delivered) {
        var found = found(webhook);
        var form = new Form(found.url().toString(), names(found.kinds()), "");
        return one(found, form, new Parts(dead, waiting, delivered), HttpStatus.OK);
    }

    @PostMapping(ADDRESS + "/{webhook}")
    ModelAndView change(
            @PathVariable String webhook,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(name = "kinds", defaultValue = "") Set<String> chosen,
            RedirectAttributes flash) {
        var wanted = StoredText.typed(url);
        try {
            setUp.change(webhook, wanted, chosen);
            return pages.done(address(webhook), flash, "settings.webhooks.changed");
        } catch (InvalidInput e) {
            return one(found(webhook), new Form(wanted, chosen, e.field()), Parts.FIRST, HttpStatus.BAD_REQUEST);
        }
    }

    private ModelAndView page(Form form, HttpStatus status) {
        var counts = deliveries.counted();
        var rows = webhooks.all().stream()
                .map(one -> new Row(one, count(counts, one, State.WAITING), count(counts, one, State.DEAD)))
                .toList();
        return pages.page("webhooks", Map.of("rows", rows, "kinds", kinds.all(), "form", form), status);
    }

    private ModelAndView one(Webhook webhook, Form form, Parts parts, HttpStatus status) {
        return pages.page(
                "webhook",
                Map.of(
                        "webhook",
                        webhook,
                        "dead",
                        latest(webhook, State.DEAD, parts.dead()),
                        "waiting",
                        latest(webhook, State.WAITING, parts.waiting()),
                        "delivered",
                        latest(webhook, State.DELIVERED, parts.delivered()),
                        "kinds",
                        kinds.all(),
                        "form",
                        form),
                status);
    }

    private Pager latest(Webhook webhook, State state, int page) {
        var list = state.name().toLowerCase(Locale.ROOT);
        return Pager.of(list, found(new Sought(webhook.id(), state), webhook, new PageQuery(page, SIZE)))
                .at(list);
    }

    /** What has arrived is not counted: it is all of thirty days. */
    private ListPage<Delivery> found(Sought sought, Webhook webhook, PageQuery query) {
        if (sought.state() == State.DELIVERED) {
            return query.from((offset, limit) -> deliveries.latest(sought, offset, limit));
        }
        return ListPage.counted(
                query,
                deliveries.latest(sought, query.offset(), query.size()),
                count(deliveries.counted(), webhook, sought.state()));
    }

    private Webhook found(String id) {
        return webhooks.find(id).orElseThrow(() -> new NotFound("webhook", id));
    }

    static String address(String webhook) {
        return ADDRESS + "/" + webhook;
    }

    private static int count(List<Count> counts, Webhook webhook, @Nullable State state) {
        return counts.stream()
                .filter(one -> one.webhook().equals(webhook.id()) && one.state() == state)
                .mapToInt(Count::count)
                .sum();
    }

    private static Set<String> names(Collection<EventKind> some) {
        return some.stream().map(EventKind::name).collect(Collectors.toSet());
    }
}
