package io.hourglass.operations.web;

import io.hourglass.operations.map.WorkflowDiagrams;
import io.hourglass.operations.work.Workflow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/process-models")
@Tag(name = "Operations")
class WorkflowApi {

    private final WorkflowDiagrams models;

    WorkflowApi(WorkflowDiagrams models) {
        this.models = models;
    }

    @GetMapping("/{process}")
    @Operation(
            summary = "A process model as it is deployed",
            description = "BPMN 2.0 as XML, with its diagram: `inquiry`, `chat`, `referral`, `day-close` or `dispute`.")
    ResponseEntity<String> model(
            @PathVariable String process,
            @Parameter(description = "The latest if left out.") @RequestParam(required = false) @Min(1) @Nullable
                    Integer version,
            @Parameter(description = "Of the names in it: `en` as they are deployed, or `zh`.")
                    @RequestParam(defaultValue = "en")
                    @Pattern(regexp = "en|zh", message = "en or zh")
                    String lang) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(models.bpmn(Workflow.named(process), version, Locale.forLanguageTag(lang)));
    }
}
