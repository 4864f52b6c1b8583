package io.hourglass.portal.supplier;

/** The reader acts for a supplier that no inquiry has reached. */
class SupplierNotKnownYet extends RuntimeException {

    SupplierNotKnownYet(String supplier) {
        super("no inquiry has reached the supplier " + supplier);
    }
}
