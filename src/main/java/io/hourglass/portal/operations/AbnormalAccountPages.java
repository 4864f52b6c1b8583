package io.hourglass.portal.operations;

import io.hourglass.access.callers.Viewer;
import io.hourglass.chat.watch.CatchState;
import io.hourglass.chat.watch.CaughtAccount;
import io.hourglass.chat.watch.CaughtAccounts;
import io.hourglass.chat.watch.EffectOfCatch;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.ids.BuyerId;
import io.hourglass.kernel.ids.ExternalId;
import io.hourglass.kernel.lists.ListPage;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.kernel.text.StoredText;
import io.hourglass.operations.deeds.AlreadyTakenBack;
import io.hourglass.operations.deeds.DecideAbnormalAccount;
import io.hourglass.operations.deeds.Reason;
import io.hourglass.portal.WallTime;
import io.hourglass.portal.chips.Chips;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Abnormal accounts of buyers (C11): what rules caught, what operations decide of it, and marks by hand. */
@Page
@RequestMapping(AbnormalAccountPages.ADDRESS)
class AbnormalAccountPages {

    static final String ADDRESS = "/operations/abnormal-accounts";

    private static final int SIZE = 50;

    private final CaughtAccounts accounts;
    private final EffectOfCatch effect;
    private final DecideAbnormalAccount decide;
    private final Viewer viewer;
    private final Words words;
    private final OperationsPageSupport pages;

    AbnormalAccountPages(
            CaughtAccounts accounts,
            EffectOfCatch effect,
            DecideAbnormalAccount decide,
            Viewer viewer,
            Words words,
            OperationsPageSupport pages) {
        this.accounts = accounts;
        this.effect = effect;
        this.decide = decide;
        this.viewer = viewer;
        this.words = words;
        this.pages = pages;
    }

    /**
     * What a form held that could not be taken.
     *
     * @param since by the reader's wall clock; empty for now
     * @param mistake the field with the mistake; empty if there is none
     */
    record Form(String buyer, String since, String reason, String mistake) {

        static final Form EMPTY = new Form("", "", "", "");
    }

    @GetMapping
    ModelAndView all(
            @RequestParam(required = false) @Nullable CatchState state,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            Locale locale) {
        return all(state, new PageQuery(page, SIZE), Form.EMPTY, HttpStatus.OK, locale);
    }

    @PostMapping
    ModelAndView mark(
            @RequestParam(defaultValue = "") String buyer,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        var form = new Form(StoredText.typed(buyer), since, reason, "");
        try {
            var marked = decide.mark(new BuyerId(form.buyer()), instant(since), Reason.of(reason));
            flash.addFlashAttribute(
                    "said", words.say("abnormal.said." + (marked.isPresent() ? "marked" : "already"), locale));
            return OperationsPageSupport.back(ADDRESS);
        } catch (InvalidInput e) {
            var wrong = new Form(form.buyer(), since, reason, e.field());
            return all(null, new PageQuery(0, SIZE), wrong, HttpStatus.BAD_REQUEST, locale);
        }
    }

    @GetMapping("/{caught}")
    ModelAndView one(@PathVariable String caught, Locale locale) {
        return one(caught, Form.EMPTY, HttpStatus.OK, locale);
    }

    /** Redirect after POST: reloading the response leads to the page. */
    @GetMapping({"/{caught}/confirmation", "/{caught}/take-back"})
    ModelAndView back(@PathVariable String caught) {
        return OperationsPageSupport.back(address(caught));
    }

    @PostMapping("/{caught}/confirmation")
    ModelAndView confirm(
            @PathVariable String caught,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        return decided(caught, reason, "confirmed", flash, locale, () -> decide.confirm(caught, Reason.of(reason)));
    }

    @PostMapping("/{caught}/take-back")
    ModelAndView takeBack(
            @PathVariable String caught,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash,
            Locale locale) {
        return decided(caught, reason, "takenBack", flash, locale, () -> decide.takeBack(caught, Reason.of(reason)));
    }

    private ModelAndView decided(
            String caught, String reason, String said, RedirectAttributes flash, Locale locale, Runnable decision) {
        try {
            decision.run();
            flash.addFlashAttribute("said", words.say("abnormal.said." + said, locale));
            return OperationsPageSupport.back(address(caught));
        } catch (AlreadyTakenBack e) {
            return one(caught, new Form("", "", reason, "state"), HttpStatus.CONFLICT, locale);
        } catch (InvalidInput e) {
            return one(caught, new Form("", "", reason, said), HttpStatus.BAD_REQUEST, locale);
        }
    }

    /** @throws InvalidInput if it is no time */
    private @Nullable Instant instant(String since) {
        return since.isBlank() ? null : WallTime.read("since", since, viewer.zone(), "a date with a time of day");
    }

    private ModelAndView all(@Nullable CatchState state, PageQuery query, Form form, HttpStatus status, Locale locale) {
        ListPage<CaughtAccount> found = query.from((offset, limit) -> accounts.latest(state, offset, limit));
        var content = new HashMap<String, Object>();
        content.put("rows", rows(found.items(), locale));
        content.put("paging", Pager.of(found));
        content.put("chips", Chips.by("state", state).addAll(CatchState.class, "abnormal.state.", accounts.counts()));
        content.put("form", form);
        content.put("zone", viewer.zone());
        content.put("longest", ExternalId.MAX_LENGTH);
        return pages.page("abnormal-accounts", content, status);
    }

    private List<AbnormalRow> rows(List<CaughtAccount> some, Locale locale) {
        return some.stream().map(one -> AbnormalRow.of(one, words, locale)).toList();
    }

    private ModelAndView one(String id, Form form, HttpStatus status, Locale locale) {
        var account = accounts.find(id).orElseThrow(() -> new NotFound("abnormal account", id));
        return pages.page(
                "abnormal-account",
                Map.of("row", AbnormalRow.of(account, words, locale), "affected", effect.of(account), "form", form),
                status);
    }

    private static String address(String caught) {
        return ADDRESS + "/" + PathSegment.of(caught);
    }
}
