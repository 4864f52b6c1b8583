package io.hourglass.portal.operations;

import io.hourglass.bpmn.InquiryNodes;
import io.hourglass.kernel.lists.PageQuery;
import io.hourglass.operations.map.ProcessMap;
import io.hourglass.operations.map.WorkflowDiagrams;
import io.hourglass.operations.work.OpenWork.Step;
import io.hourglass.operations.work.Workflow;
import io.hourglass.portal.chips.Chips;
import io.hourglass.web.Page;
import io.hourglass.web.lists.Pager;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Each model with the number of processes at each step, and the list of those at one. */
@Page
class MapPages {

    private static final int SIZE = 50;

    private final ProcessMap map;
    private final WorkflowDiagrams models;
    private final Words words;
    private final OperationsPageSupport pages;

    MapPages(ProcessMap map, WorkflowDiagrams models, Words words, OperationsPageSupport pages) {
        this.map = map;
        this.models = models;
        this.words = words;
        this.pages = pages;
    }

    /** A model in the choice of models. */
    record Choice(String shortName, String name, boolean chosen) {}

    record Stop(Step step, String name) {}

    @GetMapping("/operations/map")
    ModelAndView show(@RequestParam(defaultValue = "inquiry") String process, Locale locale) {
        var model = Workflow.named(process);
        var drawn = map.of(model);
        return pages.page(
                "map",
                Map.of(
                        "process", process,
                        "name", words.model(model.key(), locale),
                        "suspended", drawn.suspended(),
                        "definition", models.latestId(model),
                        "instances", drawn.instances(),
                        "stops",
                                drawn.steps().stream()
                                        .map(step -> new Stop(step, map.nameOf(model, step.node(), locale)))
                                        .toList(),
                        "choices",
                                Arrays.stream(Workflow.values())
                                        .map(one -> new Choice(
                                                one.shortName(), words.model(one.key(), locale), one == model))
                                        .toList()));
    }

    @GetMapping("/operations/ended")
    ModelAndView ended(@RequestParam(defaultValue = "0") @Min(0) int page) {
        var found = map.ended(new PageQuery(page, SIZE));
        return pages.page("ended", Map.of("ended", found.items(), "paging", Pager.of(found)));
    }

    /** The fullest first; the chosen one last if nothing is at it. */
    private Chips chips(Workflow model, String chosen, Locale locale) {
        var chips = Chips.by("step", chosen).withoutAll();
        var steps = map.of(model).steps();
        steps.forEach(one -> chips.addNamed(one.node(), map.nameOf(model, one.node(), locale), one.instances()));
        return steps.stream().anyMatch(one -> one.node().equals(chosen))
                ? chips
                : chips.addNamed(chosen, map.nameOf(model, chosen, locale), 0);
    }

    @GetMapping("/operations/inquiries")
    ModelAndView at(
            @RequestParam(defaultValue = "inquiry") String process,
            @RequestParam(defaultValue = InquiryNodes.KEEP_CASE_OPEN) String step,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            Locale locale) {
        var model = Workflow.named(process);
        var found = map.at(model, step, new PageQuery(page, SIZE));
        return pages.page(
                "waiting",
                Map.of(
                        "process", process,
                        "step", step,
                        "name", map.nameOf(model, step, locale),
                        "model", words.model(model.key(), locale),
                        "lines",
                                found.waiting().items().stream()
                                        .map(waiting -> Line.of(model, waiting))
                                        .toList(),
                        "chips", chips(model, step, locale),
                        "paging", Pager.of(found.waiting())));
    }
}
