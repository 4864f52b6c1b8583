package io.hourglass.portal;

import io.hourglass.access.Caller;
import io.hourglass.access.Callers;
import io.hourglass.web.NavigationMenu;
import io.hourglass.web.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that says what is here; suppliers and buyers are led to the first of their own. */
@Page
class StartPage {

    private final Overview overview;
    private final NavigationMenu menu;

    StartPage(Overview overview, NavigationMenu menu) {
        this.overview = overview;
        this.menu = menu;
    }

    @GetMapping("/")
    String show(Model model) {
        var caller = Callers.current();
        caller.ifPresent(someone -> model.addAttribute("caller", someone));
        if (!caller.map(Caller::isParty).orElse(true)) {
            model.addAttribute("here", overview.now());
            return "start";
        }
        return menu.open().stream()
                .findFirst()
                .map(own -> "redirect:" + own.entries().get(0).path())
                .orElse("start");
    }
}
