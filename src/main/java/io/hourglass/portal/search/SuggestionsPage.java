package io.hourglass.portal.search;

import io.hourglass.portal.names.SupplierChoice;
import io.hourglass.web.Page;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Suppliers that are called so, as a field offers them while one types. */
@Page
class SuggestionsPage {

    private final SupplierChoice choice;

    SuggestionsPage(SupplierChoice choice) {
        this.choice = choice;
    }

    @GetMapping("/search/suppliers")
    ModelAndView suggest(@RequestParam(defaultValue = "") String q) {
        return new ModelAndView(
                "supplier-field :: options",
                Map.of("suggested", choice.called(q.strip()).items()));
    }
}
