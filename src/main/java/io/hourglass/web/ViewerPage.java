package io.hourglass.web;

import io.hourglass.access.accounts.Preferences.Preference;
import io.hourglass.access.callers.Viewer;
import io.hourglass.kernel.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Takes the zone and the language in which a person wants its pages. */
@Page
class ViewerPage {

    private final ViewerSettings settings;

    ViewerPage(ViewerSettings settings) {
        this.settings = settings;
    }

    /**
     * What is not sent stays as it is; what is sent empty is set no more.
     *
     * @param back the page to go on with
     */
    @Transactional
    @PostMapping("/preferences")
    RedirectView put(
            @RequestParam(required = false) @Nullable String zone,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request) {
        var known = settings.of(request);
        var next = new Preference(
                zone == null ? known.zone() : zoneIn(zone.strip()),
                language == null ? known.language() : languageIn(language));
        var page = SeeOther.to(PresentAddress.ours(back));
        settings.put(request, next);
        return page;
    }

    /** Redirect after POST: reloading the response leads to a page. */
    @GetMapping("/preferences")
    RedirectView back() {
        return SeeOther.to("/");
    }

    private static @Nullable ZoneId zoneIn(String zone) {
        return zone.isEmpty() ? null : Viewer.zoneNamed(zone);
    }

    private static @Nullable String languageIn(String language) {
        return language.isEmpty()
                ? null
                : Languages.named(language)
                        .map(Locale::getLanguage)
                        .orElseThrow(() -> new InvalidInput("language", language, "one of en, zh"));
    }
}
