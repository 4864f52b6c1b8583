package io.hourglass.portal.supplier;

/** Whoever looks acts for a supplier that no inquiry has reached. */
class NothingYet extends RuntimeException {

    NothingYet(String supplier) {
        super("no inquiry has reached the supplier " + supplier);
    }
}
