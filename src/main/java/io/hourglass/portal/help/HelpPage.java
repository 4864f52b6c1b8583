package io.hourglass.portal.help;

import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Role;
import io.hourglass.kernel.NotFound;
import io.hourglass.web.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Says to people of each role what counts, when a day is locked and how the rate is made. */
@Page
@RequestMapping("/help")
class HelpPage {

    private static final List<Role> READERS = Arrays.stream(Role.values())
            .filter(role -> role != Role.INTEGRATION)
            .toList();

    private final RulesInForce rules;

    HelpPage(RulesInForce rules) {
        this.rules = rules;
    }

    /** For the reader's own role; for suppliers, where the reader has none or has not signed in. */
    @GetMapping
    ModelAndView own(Locale locale) {
        return READERS.stream()
                .filter(role ->
                        Callers.current().filter(caller -> caller.is(role)).isPresent())
                .findFirst()
                .map(one -> page(one, locale))
                .orElseGet(() -> page(Role.SUPPLIER, locale));
    }

    /**
     * For another role too: everybody may read what the others are told.
     *
     * @throws NotFound if there is no such role
     */
    @GetMapping("/{role}")
    ModelAndView of(@PathVariable String role, Locale locale) {
        return READERS.stream()
                .filter(one -> nameOf(one).equals(role))
                .findFirst()
                .map(one -> page(one, locale))
                .orElseThrow(() -> new NotFound("help", role));
    }

    private ModelAndView page(Role role, Locale locale) {
        return new ModelAndView("help")
                .addObject("role", nameOf(role))
                .addObject("roles", READERS.stream().map(HelpPage::nameOf).toList())
                .addObject("rules", rules.now(locale));
    }

    private static String nameOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
