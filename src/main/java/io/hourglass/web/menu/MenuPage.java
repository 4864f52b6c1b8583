package io.hourglass.web.menu;

import static java.util.stream.Collectors.toMap;

import io.hourglass.access.callers.Callers;
import io.hourglass.web.Page;
import io.hourglass.web.menu.NavigationMenu.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The counts of the reader's menu as they are now: a part of a page, which {@code menu.js} puts into the menu. */
@Page
class MenuPage {

    private final NavigationMenu menu;
    private final Map<String, MenuCount> counts;

    MenuPage(NavigationMenu menu, List<MenuCount> counts) {
        this.menu = menu;
        this.counts = counts.stream().collect(toMap(MenuCount::entry, count -> count));
    }

    @Transactional(readOnly = true)
    @GetMapping("/menu")
    String counts(Model model) {
        var caller = Callers.current().orElseThrow();
        var waiting = new LinkedHashMap<String, Long>();
        for (var name : menu.entries().stream().map(Entry::name).toList()) {
            var count = counts.get(name);
            if (count != null) {
                waiting.put(name, count.of(caller));
            }
        }
        model.addAttribute("waiting", waiting);
        return "counts";
    }
}
