package io.hourglass.portal.settings;

import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.market.Suppliers;
import io.hourglass.market.Suppliers.Supplier;
import io.hourglass.market.profiles.Availability;
import io.hourglass.market.profiles.DescribeSupplier;
import io.hourglass.market.profiles.DescribeSupplier.Description;
import io.hourglass.market.profiles.SupplierProfile;
import io.hourglass.market.profiles.SupplierProfiles;
import io.hourglass.operations.deeds.Reason;
import io.hourglass.operations.deeds.SuspendSupplier;
import io.hourglass.portal.names.SupplierNames;
import io.hourglass.web.Page;
import io.hourglass.web.SeeOther;
import io.hourglass.web.lists.CsvFiles;
import io.hourglass.web.lists.CsvList;
import io.hourglass.web.lists.Pager;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Suppliers by name, and of each what the marketplace says of it and whether it is recommended. */
@Page
class SupplierSettingsPage {

    static final String ADDRESS = "/settings/suppliers";

    private static final int SIZE = 50;
    private static final CsvList<Row> FOUND = file("suppliers");
    private static final CsvList<Row> SUSPENDED = file("suspended");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Suppliers suppliers;
    private final SupplierProfiles profiles;
    private final SupplierNames names;
    private final DescribeSupplier describe;
    private final SuspendSupplier suspend;
    private final CsvFiles csv;
    private final SettingsPageSupport pages;

    SupplierSettingsPage(
            Suppliers suppliers,
            SupplierProfiles profiles,
            SupplierNames names,
            DescribeSupplier describe,
            SuspendSupplier suspend,
            CsvFiles csv,
            SettingsPageSupport pages) {
        this.suppliers = suppliers;
        this.profiles = profiles;
        this.names = names;
        this.describe = describe;
        this.suspend = suspend;
        this.csv = csv;
        this.pages = pages;
    }

    /** A supplier as a row of the list; the name is its id where it has none. */
    record Row(String id, String name, boolean suspended) {}

    /**
     * What the forms hold.
     *
     * @param categories one a line
     * @param reason why it is to be suspended or resumed
     * @param broken the field that could not be taken; empty if there is none
     */
    record Form(
            String name,
            String company,
            String capacity,
            String categories,
            String products,
            String reason,
            String broken) {

        static Form of(SupplierProfile profile) {
            return new Form(
                    Objects.requireNonNullElse(profile.name(), ""),
                    Objects.requireNonNullElse(profile.company(), ""),
                    profile.capacity() == null ? "" : profile.capacity().toString(),
                    String.join("\n", profile.categories()),
                    Objects.requireNonNullElse(profile.products(), ""),
                    "",
                    "");
        }

        Form broken(String field) {
            return new Form(name, company, capacity, categories, products, reason, field);
        }

        Form reasoned(String why) {
            return new Form(name, company, capacity, categories, products, why, "reason");
        }

        /** @throws InvalidInput if a field breaks its rule */
        SupplierProfile profile() {
            return new SupplierProfile(
                    typed(name),
                    typed(company),
                    number(),
                    false,
                    categories
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList(),
                    typed(products));
        }

        private @Nullable Integer number() {
            var typed = StoredText.typed(capacity);
            if (typed.isEmpty()) {
                return null;
            }
            if (!NUMBER.matcher(typed).matches()) {
                throw new InvalidInput("capacity", typed, "0 or more");
            }
            return Integer.valueOf(typed);
        }

        private static @Nullable String typed(String field) {
            var text = StoredText.typed(field);
            return text.isEmpty() ? null : text;
        }
    }

    /** A single one that is called so opens. */
    @GetMapping(ADDRESS)
    ModelAndView show(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") @Min(0) int page) {
        var words = StoredText.typed(q);
        StoredText.check("q", words);
        var found = new PageQuery(page, SIZE).from((offset, limit) -> suppliers.called(words, offset, limit));
        if (!words.isEmpty() && page == 0 && found.items().size() == 1) {
            return new ModelAndView(SeeOther.to(address(found.items().get(0).id())));
        }
        return pages.page(
                "suppliers",
                Map.of("q", words, "rows", rows(found), "paging", Pager.of(found), "suspended", suspended()),
                HttpStatus.OK);
    }

    private static CsvList<Row> file(String name) {
        return CsvList.<Row>named(name)
                .column("csv.supplierId", Row::id)
                .column("supplier", Row::name)
                .words("settings.state", "settings.suppliers.", row -> row.suspended() ? "suspended" : null);
    }

    /** Those that are called so, as a file. */
    @GetMapping(path = ADDRESS, params = CsvList.ASKED)
    void file(@RequestParam(defaultValue = "") String q, HttpServletResponse response) throws IOException {
        var words = StoredText.typed(q);
        StoredText.check("q", words);
        csv.send(
                FOUND,
                part -> {
                    var found = part.from((offset, limit) -> suppliers.called(words, offset, limit));
                    return found.map(some -> rows(found));
                },
                response);
    }

    /** The suspended ones as a file. */
    @GetMapping(
            path = ADDRESS,
            params = {CsvList.ASKED, CsvList.LIST + "suspended"})
    void suspended(HttpServletResponse response) throws IOException {
        var rows = suspended();
        csv.send(SUSPENDED, part -> part.cut(rows), response);
    }

    private List<Row> suspended() {
        var suspended = profiles.suspended();
        var named = names.of(suspended);
        return suspended.stream()
                .map(id -> new Row(id.value(), named.apply(id), true))
                .toList();
    }

    @GetMapping(ADDRESS + "/{supplier}")
    ModelAndView one(@PathVariable String supplier) {
        var id = new SupplierId(supplier);
        return page(id, Form.of(profile(id)), HttpStatus.OK);
    }

    @PostMapping(ADDRESS + "/{supplier}/profile")
    ModelAndView describe(
            @PathVariable String supplier,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String company,
            @RequestParam(defaultValue = "") String capacity,
            @RequestParam(defaultValue = "") String categories,
            @RequestParam(defaultValue = "") String products,
            RedirectAttributes flash) {
        var id = new SupplierId(supplier);
        var form = new Form(name, company, capacity, categories, products, "", "");
        profile(id);
        try {
            describe.describe(new Description(id, form.profile(), true));
            return pages.done(address(id), flash, "settings.supplier.said.described");
        } catch (InvalidInput e) {
            return page(id, form.broken(e.field()), HttpStatus.BAD_REQUEST);
        }
    }

    @PostMapping(ADDRESS + "/{supplier}/suspension")
    ModelAndView suspend(
            @PathVariable String supplier, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        return act(new SupplierId(supplier), true, reason, flash);
    }

    @PostMapping(ADDRESS + "/{supplier}/resumption")
    ModelAndView resume(
            @PathVariable String supplier, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        return act(new SupplierId(supplier), false, reason, flash);
    }

    private ModelAndView act(SupplierId id, boolean suspended, String reason, RedirectAttributes flash) {
        try {
            if (suspended) {
                suspend.suspend(id, Reason.of(reason));
            } else {
                suspend.resume(id, Reason.of(reason));
            }
        } catch (InvalidInput e) {
            return page(id, Form.of(profile(id)).reasoned(reason), HttpStatus.BAD_REQUEST);
        }
        return pages.done(
                address(id),
                flash,
                suspended ? "operations.supplier.suspended" : "operations.supplier.resumed",
                names.of(List.of(id)).apply(id));
    }

    private ModelAndView page(SupplierId id, Form form, HttpStatus status) {
        return pages.page(
                "supplier",
                Map.of(
                        "supplier",
                        id.value(),
                        "name",
                        names.of(List.of(id)).apply(id),
                        "suspended",
                        profile(id).suspended(),
                        "form",
                        form),
                status);
    }

    private SupplierProfile profile(SupplierId id) {
        return Optional.ofNullable(profiles.of(List.of(id)).get(id))
                .orElseThrow(() -> new NotFound("supplier", id.value()));
    }

    private List<Row> rows(ListPage<Supplier> found) {
        var ids = found.items().stream().map(Supplier::id).toList();
        var known = profiles.availabilityOf(ids);
        return found.items().stream()
                .map(one -> new Row(
                        one.id().value(),
                        Objects.requireNonNullElse(one.name(), one.id().value()),
                        known.getOrDefault(one.id(), Availability.UNSAID).suspended()))
                .toList();
    }

    private static String address(SupplierId id) {
        return ADDRESS + "/" + PathSegment.of(id.value());
    }
}
