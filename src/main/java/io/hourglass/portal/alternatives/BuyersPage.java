package io.hourglass.portal.alternatives;

import io.hourglass.kernel.ids.InquiryId;
import io.hourglass.referral.Alternatives;
import io.hourglass.web.Page;
import io.hourglass.web.SeeOther;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of an inquiry's buyer. What was done leads back to the page; what was not is said on it, with what the buyer
 * had chosen.
 */
@Page
@RequestMapping("/alternatives/{token}")
class BuyersPage {

    private final BuyersViews views;
    private final BuyersDecisions decisions;
    private final LinkedInquiries linked;
    private final Alternatives alternatives;

    BuyersPage(BuyersViews views, BuyersDecisions decisions, LinkedInquiries linked, Alternatives alternatives) {
        this.views = views;
        this.decisions = decisions;
        this.linked = linked;
        this.alternatives = alternatives;
    }

    @Transactional(propagation = Propagation.SUPPORTS) // read, then noted as seen
    @GetMapping
    ModelAndView show(@PathVariable String token, Locale locale) {
        var view = views.of(token, locale);
        if (view.stage() == Stage.OFFERED) {
            alternatives.seen(inquiry(token));
        }
        return new ModelAndView("alternatives", Map.of("view", view, "chosen", List.of(), "consented", false));
    }

    /** Redirect after POST: reloading, or changing the language, leads to the page. */
    @GetMapping({"/request", "/picks", "/decline"})
    ModelAndView back(@PathVariable String token, Locale locale) {
        linked.inquiry(token);
        return toPage(token, locale);
    }

    @PostMapping("/request")
    ModelAndView ask(@PathVariable String token, Locale locale) {
        try {
            decisions.ask(token);
            return toPage(token, locale);
        } catch (DecisionRefused e) {
            return notDone(e, token, locale, List.of(), false);
        }
    }

    @PostMapping("/picks")
    ModelAndView pick(@PathVariable String token, @RequestParam MultiValueMap<String, String> form, Locale locale) {
        var suppliers = form.getOrDefault("supplier", List.of());
        var consent = "true".equals(form.getFirst("consent"));
        try {
            decisions.pick(token, suppliers, consent);
            return toPage(token, locale);
        } catch (DecisionRefused e) {
            return notDone(e, token, locale, suppliers, consent);
        }
    }

    @PostMapping("/decline")
    ModelAndView decline(@PathVariable String token, Locale locale) {
        try {
            decisions.decline(token);
            return toPage(token, locale);
        } catch (DecisionRefused e) {
            return notDone(e, token, locale, List.of(), false);
        }
    }

    @ExceptionHandler
    ModelAndView nowhere(NoSuchLink e) {
        return e.isExpired() ? failed("EXPIRED_LINK", HttpStatus.GONE) : failed("NO_SUCH_LINK", HttpStatus.NOT_FOUND);
    }

    private InquiryId inquiry(String token) {
        return linked.inquiry(token).id();
    }

    private static ModelAndView toPage(String token, Locale locale) {
        return new ModelAndView(SeeOther.to("/alternatives/" + token + "?lang=" + locale.getLanguage()));
    }

    private ModelAndView notDone(
            DecisionRefused e, String token, Locale locale, List<String> chosen, boolean consented) {
        var view = views.of(token, locale);
        var about = view.cards().stream()
                .filter(card -> e.isAbout(card.supplier()))
                .map(Card::name)
                .toList();
        return page(
                "alternatives",
                Map.of(
                        "view", view,
                        "chosen", chosen,
                        "consented", consented,
                        "mistake", e.mistake().name(),
                        "about", String.join(", ", about)),
                e.mistake().status());
    }

    private static ModelAndView failed(String why, HttpStatusCode status) {
        return page("failed", Map.of("why", why), status);
    }

    private static ModelAndView page(String template, Map<String, ?> content, HttpStatusCode status) {
        var page = new ModelAndView(template, content);
        page.setStatus(status);
        return page;
    }
}
