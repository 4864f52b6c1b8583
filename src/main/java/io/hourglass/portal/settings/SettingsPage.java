package io.hourglass.portal.settings;

import io.hourglass.web.Page;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What there is to set, a line each. */
@Page
class SettingsPage {

    static final String ADDRESS = "/settings";

    private final SettingsPageSupport pages;

    SettingsPage(SettingsPageSupport pages) {
        this.pages = pages;
    }

    @GetMapping(ADDRESS)
    ModelAndView show() {
        return pages.page("index", Map.of("kinds", PolicyForms.KINDS), HttpStatus.OK);
    }
}
