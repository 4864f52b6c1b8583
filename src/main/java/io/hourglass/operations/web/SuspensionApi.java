package io.hourglass.operations.web;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.operations.deeds.SuspendSupplier;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/suppliers/{supplier}")
@Tag(name = "Operations")
class SuspensionApi {

    private final SuspendSupplier suspend;

    SuspensionApi(SuspendSupplier suspend) {
        this.suspend = suspend;
    }

    @PostMapping("/suspensions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Suspend a supplier: exclude it from recommendations",
            description = "From the next offer on. Its inquiries and its number go on as they are.")
    void suspend(@PathVariable String supplier, @RequestBody Reasoned body) {
        suspend.suspend(new SupplierId(supplier), body.asReason());
    }

    @PostMapping("/resumptions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Recommend a suspended supplier again")
    void resume(@PathVariable String supplier, @RequestBody Reasoned body) {
        suspend.resume(new SupplierId(supplier), body.asReason());
    }
}
