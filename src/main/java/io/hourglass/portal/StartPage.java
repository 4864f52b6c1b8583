package io.hourglass.portal;

import io.hourglass.access.Caller;
import io.hourglass.access.Callers;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that says what is here; to suppliers and buyers, what is theirs. */
@Page
class StartPage {

    private final Overview overview;

    StartPage(Overview overview) {
        this.overview = overview;
    }

    @GetMapping("/")
    String show(Model model) {
        var caller = Callers.current();
        var buyer = caller.map(Caller::buyer);
        if (buyer.isPresent()) {
            return "redirect:" + Doorways.inquiriesOf(buyer.get());
        }
        caller.ifPresent(someone -> model.addAttribute("caller", someone));
        if (!caller.map(Caller::isParty).orElse(true)) {
            model.addAttribute("here", overview.now());
        }
        return "start";
    }
}
