package io.hourglass.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hourglass.access.Caller;
import io.hourglass.access.Callers;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriUtils;

/** The page that says what is here; a supplier is led to its inbox. */
@Page
class StartPage {

    private final Overview overview;

    StartPage(Overview overview) {
        this.overview = overview;
    }

    @GetMapping("/")
    String show(Model model) {
        var caller = Callers.current();
        var supplier = caller.map(Caller::supplier).orElse(null);
        if (supplier != null) {
            return "redirect:/suppliers/" + UriUtils.encodePathSegment(supplier.value(), UTF_8) + "/inbox";
        }
        caller.ifPresent(someone -> model.addAttribute("caller", someone));
        if (!caller.map(Caller::isParty).orElse(true)) {
            model.addAttribute("here", overview.now());
        }
        return "start";
    }
}
