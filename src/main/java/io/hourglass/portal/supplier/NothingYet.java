package io.hourglass.portal.supplier;

/** Anyone who looks acts for a supplier that no inquiry has reached. */
class NothingYet extends RuntimeException {

    NothingYet(String supplier) {
        super("no inquiry has reached the supplier " + supplier);
    }
}
