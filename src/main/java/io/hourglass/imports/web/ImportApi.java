package io.hourglass.imports.web;

import io.hourglass.access.callers.Caller;
import io.hourglass.access.callers.Callers;
import io.hourglass.imports.RejectedLines;
import io.hourglass.imports.StartImport;
import io.hourglass.imports.StartImport.Asked;
import io.hourglass.imports.StopImport;
import io.hourglass.imports.files.ImportFile;
import io.hourglass.imports.files.Imports;
import io.hourglass.imports.files.NotedLine.Kind;
import io.hourglass.imports.files.Parking;
import io.hourglass.kernel.NotFound;
import io.hourglass.kernel.lists.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
@Tag(name = "Imports")
class ImportApi {

    private final StartImport start;
    private final StopImport stop;
    private final Imports imports;
    private final RejectedLines rejected;
    private final Parking parking;
    private final Clock clock;

    ImportApi(
            StartImport start, StopImport stop, Imports imports, RejectedLines rejected, Parking parking, Clock clock) {
        this.start = start;
        this.stop = stop;
        this.imports = imports;
        this.rejected = rejected;
        this.parking = parking;
        this.clock = clock;
    }

    record ImportsView(int page, int size, @Nullable Integer total, List<ImportView> imports) {}

    /** @param text the line as it came */
    record LineView(long line, Kind kind, String reason, String text) {}

    record LinesView(List<LineView> lines) {}

    /** @param age how long it has waited */
    record ParkedView(String fact, String inquiry, Instant since, Duration age) {}

    record ParkedFactsView(int page, int size, @Nullable Integer total, List<ParkedView> facts) {}

    @PostMapping(
            value = "/imports",
            consumes = {
                "text/csv",
                MediaType.TEXT_PLAIN_VALUE,
                "application/x-ndjson",
                "application/gzip",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    @Operation(
            summary = "A file of facts",
            description =
                    "CSV or JSON Lines, plain or gzipped, as the body. Its lines are taken in parts, of which each is there as a whole or"
                            + " not at all, and go on after a crash where they were.")
    @ApiResponse(responseCode = "202", description = "It is here; see `Location` for how far it is.")
    @ApiResponse(
            responseCode = "400",
            description = "It is empty, or its first line names no known fields; nothing is kept of it.")
    @ApiResponse(responseCode = "413", description = "It is larger than `hourglass.access.file-limit`.")
    ResponseEntity<ImportView> start(
            @Parameter(description = "For people, 1 to 200 characters.") @RequestParam(defaultValue = "import")
                    String name,
            @Parameter(description = "Say only what would become of each line, and keep none.")
                    @RequestParam(defaultValue = "false")
                    boolean rehearse,
            @Schema(hidden = true) HttpServletRequest request)
            throws IOException {
        var file = start.start(new Asked(name, rehearse, caller()), request.getInputStream());
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + file.id()))
                .body(ImportView.of(file));
    }

    @GetMapping("/imports")
    @Operation(summary = "Files of the last thirty days", description = "The latest first.")
    ImportsView all(
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "20") @Range(min = 1, max = 100) int size) {
        var found = imports.latest(new PageQuery(page, size));
        return new ImportsView(
                page,
                size,
                found.total(),
                found.items().stream().map(ImportView::of).toList());
    }

    @GetMapping("/imports/{id}")
    @Operation(summary = "How far a file is")
    @ApiResponse(responseCode = "404", description = "There is none.")
    ImportView one(@PathVariable String id) {
        return ImportView.of(known(id));
    }

    @GetMapping("/imports/{id}/lines")
    @Operation(
            summary = "Lines of which there is something to say",
            description =
                    "Those that were rejected; of a rehearsal also those that would come late or wait for their inquiry.")
    @ApiResponse(responseCode = "404", description = "There is none.")
    LinesView lines(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Kind kind,
            @Parameter(description = "Only lines behind that one.") @RequestParam(defaultValue = "0") @Min(0)
                    long after,
            @RequestParam(defaultValue = "100") @Range(min = 1, max = 1000) int size) {
        known(id);
        return new LinesView(imports.noted(id, kind, after, size).stream()
                .map(line -> new LineView(line.number(), line.kind(), line.reason(), line.text()))
                .toList());
    }

    @GetMapping("/imports/{id}/rejected")
    @Operation(
            summary = "The rejected lines as a file",
            description =
                    "To be corrected and sent again: each as it came, behind a remark with its number and why, which an import"
                            + " passes over.")
    @ApiResponse(responseCode = "404", description = "There is none.")
    void rejected(@PathVariable String id, @Schema(hidden = true) HttpServletResponse response) throws IOException {
        var file = known(id);
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader("Content-Disposition", "attachment; filename=\"rejected-" + file.id() + ".txt\"");
        rejected.write(file, response.getOutputStream());
    }

    @PostMapping("/imports/{id}/stop")
    @Operation(summary = "Go no further", description = "What has been taken stays.")
    @ApiResponse(responseCode = "404", description = "There is none.")
    ImportView stop(@PathVariable String id) {
        return ImportView.of(stop.stop(id, caller()));
    }

    @GetMapping("/parked-facts")
    @Operation(
            summary = "Facts that wait for their inquiry",
            description = "They are recorded in the transaction that records it. Those that have waited longest first.")
    ParkedFactsView parked(
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "20") @Range(min = 1, max = 100) int size) {
        var now = clock.instant();
        var found = parking.waiting(new PageQuery(page, size));
        return new ParkedFactsView(
                page,
                size,
                found.total(),
                found.items().stream()
                        .map(one -> new ParkedView(
                                one.fact(), one.inquiry().value(), one.since(), Duration.between(one.since(), now)))
                        .toList());
    }

    private ImportFile known(String id) {
        return imports.find(id).orElseThrow(() -> new NotFound("import", id));
    }

    private static String caller() {
        return Callers.current().map(Caller::name).orElse("");
    }
}
