package io.hourglass.portal;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Role;
import io.hourglass.web.Page;
import io.hourglass.web.SeeOther;
import io.hourglass.web.menu.NavigationMenu;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

/** Leads everybody to its work; says what this is, and how programs call it. */
@Page
class StartPage {

    private final NavigationMenu menu;
    private final Overview overview;
    private final ExampleCalls examples;

    StartPage(NavigationMenu menu, Overview overview, ExampleCalls examples) {
        this.menu = menu;
        this.overview = overview;
        this.examples = examples;
    }

    @GetMapping("/")
    RedirectView lead() {
        return SeeOther.to(menu.home());
    }

    /** Everybody may read what this is; what is here only those who see all of it. */
    @Transactional(readOnly = true)
    @GetMapping("/about")
    String about(Model model) {
        var caller = Callers.current();
        model.addAttribute("nothingOwn", caller.filter(StartPage::mayNothing).isPresent());
        if (seesAll(caller)) {
            model.addAttribute("here", overview.now());
        }
        return "about";
    }

    /** As the description of the calls, for everybody; examples with ids only for those who see all of them. */
    @Transactional(readOnly = true)
    @GetMapping("/developers")
    String developers(Model model) {
        if (seesAll(Callers.current())) {
            model.addAttribute("staff", true).addAttribute("example", examples.find());
        }
        return "developers";
    }

    private static boolean seesAll(Optional<Caller> caller) {
        return caller.filter(someone -> someone.is(Role.OPERATIONS) || someone.is(Role.AUDITOR))
                .isPresent();
    }

    private static boolean mayNothing(Caller caller) {
        return caller.roles().isEmpty();
    }
}
