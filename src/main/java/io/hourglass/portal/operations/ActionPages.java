package io.hourglass.portal.operations;

import io.hourglass.audit.actions.ActionLog;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.SupplierId;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.market.SupplierProfile;
import io.hourglass.market.SupplierProfiles;
import io.hourglass.operations.deeds.Reason;
import io.hourglass.operations.deeds.SuspendSupplier;
import io.hourglass.web.Page;
import io.hourglass.web.Pager;
import jakarta.validation.constraints.Min;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Suspending suppliers and letting them in again, and what people did lately, as the ledger has it. */
@Page
class ActionPages {

    private static final String ADDRESS = "/operations/actions";
    private static final int SIZE = 50;

    private final SuspendSupplier suspend;
    private final SupplierProfiles profiles;
    private final ActionLog log;
    private final Words words;
    private final OperationsPageSupport pages;

    ActionPages(
            SuspendSupplier suspend,
            SupplierProfiles profiles,
            ActionLog log,
            Words words,
            OperationsPageSupport pages) {
        this.suspend = suspend;
        this.profiles = profiles;
        this.log = log;
        this.words = words;
        this.pages = pages;
    }

    /** @param name null if the marketplace has given none */
    record Suspended(String id, @Nullable String name) {}

    /**
     * What the form held that could not be taken.
     *
     * @param mistake the name of its words; empty if there is none
     */
    record Form(String supplier, String reason, String mistake) {

        static final Form EMPTY = new Form("", "", "");
    }

    @GetMapping(ADDRESS)
    ModelAndView show(@RequestParam(defaultValue = "0") @Min(0) int page, Locale locale) {
        return show(page, Form.EMPTY, HttpStatus.OK, locale);
    }

    @GetMapping({ADDRESS + "/suspensions", ADDRESS + "/resumptions"})
    ModelAndView back() {
        return OperationsPageSupport.back(ADDRESS);
    }

    @PostMapping(ADDRESS + "/suspensions")
    ModelAndView suspend(
            @RequestParam(defaultValue = "") String supplier,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes said,
            Locale locale) {
        return act(new Form(supplier.strip(), reason, ""), true, said, locale);
    }

    @PostMapping(ADDRESS + "/resumptions")
    ModelAndView resume(
            @RequestParam(defaultValue = "") String supplier,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes said,
            Locale locale) {
        return act(new Form(supplier.strip(), reason, ""), false, said, locale);
    }

    private ModelAndView act(Form form, boolean suspended, RedirectAttributes said, Locale locale) {
        try {
            var supplier = new SupplierId(form.supplier());
            if (suspended) {
                suspend.suspend(supplier, Reason.of(form.reason()));
            } else {
                suspend.resume(supplier, Reason.of(form.reason()));
            }
        } catch (NotFound e) {
            return wrong(form, "supplier", HttpStatus.NOT_FOUND, locale);
        } catch (InvalidInput e) {
            return wrong(form, e.field(), HttpStatus.BAD_REQUEST, locale);
        }
        said.addFlashAttribute(
                "said",
                words.say(
                        suspended ? "operations.supplier.suspended" : "operations.supplier.resumed",
                        locale,
                        form.supplier()));
        return OperationsPageSupport.back(ADDRESS);
    }

    private ModelAndView wrong(Form form, String mistake, HttpStatus status, Locale locale) {
        return show(0, new Form(form.supplier(), form.reason(), mistake), status, locale);
    }

    private ModelAndView show(int page, Form form, HttpStatus status, Locale locale) {
        var done = new PageQuery(page, SIZE).from(log::latest);
        var content = new LinkedHashMap<String, Object>();
        content.put("form", form);
        content.put("suspended", suspended());
        content.put(
                "done",
                done.items().stream().map(one -> Deed.of(one, words, locale)).toList());
        content.put("paging", Pager.of(done));
        return pages.page("actions", content, status);
    }

    private List<Suspended> suspended() {
        var ids = profiles.suspended();
        var known = profiles.of(ids);
        return ids.stream()
                .map(id -> new Suspended(id.value(), name(known, id)))
                .toList();
    }

    private static @Nullable String name(Map<SupplierId, SupplierProfile> known, SupplierId id) {
        var profile = known.get(id);
        return profile == null ? null : profile.name();
    }
}
