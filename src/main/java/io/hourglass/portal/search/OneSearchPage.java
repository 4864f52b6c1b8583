package io.hourglass.portal.search;

import io.hourglass.access.callers.Callers;
import io.hourglass.kernel.InvalidInput;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.web.Page;
import io.hourglass.web.SeeOther;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All that has what was typed, a few of each kind; a single hit opens, and the one whose id was typed. The list of one kind has pages. */
@Page
class OneSearchPage {

    private static final int FEW = 5;
    private static final int SIZE = 50;

    private final Hits hits;

    OneSearchPage(Hits hits) {
        this.hits = hits;
    }

    @GetMapping("/search")
    ModelAndView show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String in,
            @RequestParam(defaultValue = "0") @Min(0) int page) {
        var only = kind(in);
        var searcher = new Searcher(Callers.current().orElseThrow());
        var view = new ModelAndView("search");
        view.addObject("searched", q);
        view.addObject("kinds", searcher.kinds());
        try {
            var found = hits.find(q, searcher, only, only == null ? new PageQuery(0, FEW) : new PageQuery(page, SIZE));
            if (only == null && !q.isBlank() && found.single(q.strip()).isPresent()) {
                return new ModelAndView(SeeOther.to(found.single(q.strip()).get()));
            }
            view.addObject("groups", found.groups());
            view.addObject("only", only);
            view.addObject("typed", found.typed());
        } catch (InvalidInput e) {
            if (!e.field().equals("q")) {
                throw e;
            }
            view.setStatus(HttpStatus.BAD_REQUEST);
            view.addObject("wrong", true);
        }
        return view;
    }

    private static HitGroup.@Nullable Kind kind(@Nullable String in) {
        return in == null || in.isEmpty()
                ? null
                : Arrays.stream(HitGroup.Kind.values())
                        .filter(kind -> kind.key().equals(in))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput("in", in, "one of inquiries, suppliers, buyers, disputes"));
    }
}
