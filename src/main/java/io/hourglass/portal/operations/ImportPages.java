package io.hourglass.portal.operations;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.access.callers.Viewer;
import io.hourglass.imports.StopImport;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.NotedLine.Kind;
import io.hourglass.imports.files.Parking;
import io.hourglass.imports.lines.Columns;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.kernel.text.PathSegment;
import io.hourglass.portal.chips.Chips;
import io.hourglass.web.Page;
import io.hourglass.web.PresentAddress;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of facts (ADR 75): how far each is, the lines of which there is something to say, and a way to stop it. */
@Page
@RequestMapping(ImportPages.ADDRESS)
class ImportPages {

    static final String ADDRESS = "/operations/imports";

    private static final int SIZE = 50;
    private static final int LONGEST_LINE_SHOWN = 300;
    private static final PageQuery NONE_BUT_THE_COUNT = new PageQuery(0, 1);

    private final Imports imports;
    private final Parking parking;
    private final StopImport stop;
    private final Viewer viewer;
    private final Words words;
    private final OperationsPageSupport pages;

    ImportPages(
            Imports imports,
            Parking parking,
            StopImport stop,
            Viewer viewer,
            Words words,
            OperationsPageSupport pages) {
        this.imports = imports;
        this.parking = parking;
        this.stop = stop;
        this.viewer = viewer;
        this.words = words;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView all(@RequestParam(defaultValue = "0") @Min(0) int page) {
        var found = imports.latest(new PageQuery(page, SIZE));
        var content = new HashMap<String, @Nullable Object>();
        content.put("rows", found.items().stream().map(this::row).toList());
        content.put("paging", Pager.of(found));
        content.put("again", again(found.items().stream().anyMatch(ImportPages::goesOn)));
        content.put("parked", parking.waiting(NONE_BUT_THE_COUNT).countedTotal());
        content.put("ofInquiries", String.join(",", Columns.OF_INQUIRIES));
        content.put("ofChats", String.join(",", Columns.OF_CHATS));
        return pages.page("imports", content);
    }

    /** @param after only lines behind that one */
    @GetMapping("/{id}")
    ModelAndView one(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(defaultValue = "0") @Min(0) long after) {
        var file = imports.find(id).orElseThrow(() -> new NotFound("import", id));
        var lines = imports.noted(id, kind, after, SIZE + 1);
        var shown = lines.stream().limit(SIZE).toList();
        var content = new HashMap<String, @Nullable Object>();
        content.put("row", row(file));
        content.put("goesOn", goesOn(file));
        content.put("again", again(goesOn(file)));
        content.put(
                "chips", Chips.by("kind", kind, "after").addAll(Kind.class, "operations.imports.kind.", noted(file)));
        content.put(
                "lines",
                shown.stream()
                        .map(line -> NotedRow.of(line, LONGEST_LINE_SHOWN))
                        .toList());
        if (lines.size() > SIZE) {
            content.put("next", PresentAddress.with("after", shown.get(SIZE - 1).number()));
        }
        if (after > 0) {
            content.put("first", PresentAddress.with("after", 0));
        }
        return pages.page("import", content);
    }

    /** Redirect after POST: reloading the response leads to the page. */
    @GetMapping("/{id}/stop")
    ModelAndView back(@PathVariable String id) {
        return OperationsPageSupport.back(address(id));
    }

    @PostMapping("/{id}/stop")
    ModelAndView stop(@PathVariable String id, RedirectAttributes flash, Locale locale) {
        var file = stop.stop(id, Callers.current().map(Caller::name).orElse(""));
        flash.addFlashAttribute("said", words.say("operations.imports.said." + file.state(), locale));
        return OperationsPageSupport.back(address(id));
    }

    private ImportRow row(ImportFile file) {
        return ImportRow.of(file, viewer.now());
    }

    /** Only of a rehearsal the lines are kept that would be late or wait. */
    private static Map<Kind, Long> noted(ImportFile file) {
        var counts = file.counts();
        var noted = new EnumMap<Kind, Long>(Map.of(Kind.REJECTED, counts.rejected()));
        if (file.rehearsed()) {
            noted.put(Kind.LATE, counts.late());
            noted.put(Kind.WAITING, counts.waiting());
        }
        return noted;
    }

    private static boolean goesOn(ImportFile file) {
        return !file.state().isOver();
    }

    /** What the page asks for again; null if nothing changes any more. */
    private static @Nullable String again(boolean goesOn) {
        return goesOn ? PresentAddress.here() : null;
    }

    private static String address(String id) {
        return ADDRESS + "/" + PathSegment.of(id);
    }
}
