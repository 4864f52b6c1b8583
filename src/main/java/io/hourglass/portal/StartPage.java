package io.hourglass.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that says what is here. */
@Controller
class StartPage {

    private final Overview overview;

    StartPage(Overview overview) {
        this.overview = overview;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("here", overview.now());
        return "start";
    }
}
