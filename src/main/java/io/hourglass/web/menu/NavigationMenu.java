package io.hourglass.web.menu;

import static java.util.stream.Collectors.toMap;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Role;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.web.PresentAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the head of each page shows: who is looking, and where it may go. Templates know it as {@code @menu}. */
@Component("menu")
public class NavigationMenu {

    /** How many stand in the bar at the bottom of a phone. */
    private static final int IN_BAR = 4;

    private static final List<Place> DISPUTES_AND_NUMBERS =
            List.of(new Place("auditDisputes", "/audit/disputes"), new Place("auditNumbers", "/audit/numbers"));
    private static final List<Place> INQUIRIES_AND_SUPPLIERS =
            List.of(new Place("auditInquiries", "/audit/inquiries"), new Place("suppliers", "/suppliers"));
    private static final List<Place> OVERVIEW = List.of(new Place("operations", "/operations"));
    private static final List<Place> STAFF = List.of(
            new Place("chats", "/chat"),
            new Place("auditRestatements", "/audit/restatements"),
            new Place("auditLedger", "/audit/ledger"),
            new Place("map", "/operations/map"),
            new Place("activity", "/operations/actions"),
            new Place("abnormal", "/operations/abnormal-accounts"),
            new Place("imports", "/operations/imports"),
            new Place("mails", "/operations/mails"),
            new Place("mailboxes", "/operations/mailboxes"),
            new Place("outages", "/operations/outages"),
            new Place("settings", "/settings"),
            new Place("developers", "/developers"));
    private static final Place ABOUT = new Place("about", "/about");

    private static final String OF_REQUEST = NavigationMenu.class.getName();

    private final Map<String, MenuCondition> conditions;

    NavigationMenu(List<MenuCondition> conditions) {
        this.conditions = conditions.stream().collect(toMap(MenuCondition::entry, condition -> condition));
    }

    private record Place(String name, String path) {

        private boolean holds(String page) {
            return page.equals(path) || page.startsWith(path + "/");
        }
    }

    /**
     * One entry of the menu.
     *
     * @param name its words are {@code menu.} and this
     * @param here whether the present page is this one, or below it
     */
    public record Entry(String name, String path, boolean here) {}

    /** Null for an anonymous reader. */
    public @Nullable Caller caller() {
        return Callers.current().orElse(null);
    }

    /** In the order of the menu, the most used first; empty for an anonymous reader. */
    @SuppressWarnings("unchecked")
    public List<Entry> entries() {
        var request = RequestContextHolder.currentRequestAttributes();
        var known = (List<Entry>) request.getAttribute(OF_REQUEST, RequestAttributes.SCOPE_REQUEST);
        if (known != null) {
            return known;
        }
        var entries = made();
        request.setAttribute(OF_REQUEST, entries, RequestAttributes.SCOPE_REQUEST);
        return entries;
    }

    private List<Entry> made() {
        var places = Callers.current().map(this::placesOf).orElse(List.of());
        var here = here(places);
        return places.stream()
                .map(place -> new Entry(place.name(), place.path(), place.path().equals(here)))
                .toList();
    }

    /** Those that a phone shows at the bottom. */
    public List<Entry> bar() {
        return entries().stream().limit(IN_BAR).toList();
    }

    /** Those behind <em>More</em> there. */
    public List<Entry> more() {
        return entries().stream().skip(IN_BAR).toList();
    }

    /** Where the reader's work is. */
    public String home() {
        return Callers.current().map(this::placesOf).stream()
                .flatMap(List::stream)
                .findFirst()
                .orElse(ABOUT)
                .path();
    }

    private static @Nullable String here(List<Place> places) {
        var page = Optional.ofNullable(ServletUriComponentsBuilder.fromCurrentRequestUri()
                        .build()
                        .getPath())
                .orElse("");
        return places.stream()
                .filter(place -> place.holds(page))
                .max(Comparator.comparingInt(place -> place.path().length()))
                .map(Place::path)
                .orElse(null);
    }

    private List<Place> placesOf(Caller caller) {
        return joined(List.of(ofStaff(caller), ofSupplier(caller), ofBuyer(caller), List.of(ABOUT))).stream()
                .filter(place -> isFor(place, caller))
                .toList();
    }

    private boolean isFor(Place place, Caller caller) {
        var condition = conditions.get(place.name());
        return condition == null || condition.isFor(caller);
    }

    private static List<Place> ofStaff(Caller caller) {
        if (caller.is(Role.OPERATIONS)) {
            return joined(List.of(OVERVIEW, INQUIRIES_AND_SUPPLIERS, DISPUTES_AND_NUMBERS, STAFF));
        }
        return caller.is(Role.AUDITOR)
                ? joined(List.of(DISPUTES_AND_NUMBERS, INQUIRIES_AND_SUPPLIERS, OVERVIEW, STAFF))
                : List.of();
    }

    private static List<Place> ofSupplier(Caller caller) {
        var supplier = caller.supplier();
        if (supplier == null) {
            return List.of();
        }
        var own = "/suppliers/" + PathSegment.of(supplier.value());
        return List.of(
                new Place("inbox", own + "/inbox"),
                new Place("rate", own + "/rate"),
                new Place("chat", own + "/chat"),
                new Place("disputes", own + "/disputes"),
                new Place("mailbox", own + "/mailbox"));
    }

    private static List<Place> ofBuyer(Caller caller) {
        var buyer = caller.buyer();
        if (buyer == null) {
            return List.of();
        }
        var own = "/buyers/" + PathSegment.of(buyer.value());
        return List.of(new Place("buyersInquiries", own + "/inquiries"), new Place("buyersNew", own + "/new-inquiry"));
    }

    private static List<Place> joined(List<List<Place>> groups) {
        return groups.stream().flatMap(List::stream).toList();
    }

    /** Where the reader found this program, without a slash at its end: for calls to copy. */
    public String root() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    /** The present page with all that was asked of it, in another language. */
    public String in(String language) {
        return PresentAddress.with("lang", language);
    }

    /** The present page with all that was asked of it, for a form that leads back to it. */
    public String present() {
        return PresentAddress.here();
    }
}
