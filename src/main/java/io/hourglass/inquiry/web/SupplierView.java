package io.hourglass.inquiry.web;

import io.hourglass.market.Suppliers.Supplier;
import io.hourglass.rate.numbers.Publication;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record SupplierView(
        String id,
        @Nullable String name,
        @Schema(description = "What is published of it today.") NumberView publishedNumber) {

    static SupplierView of(Supplier supplier, Publication today) {
        return new SupplierView(supplier.id().value(), supplier.name(), NumberView.of(today));
    }
}
