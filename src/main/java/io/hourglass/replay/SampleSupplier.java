package io.hourglass.replay;

import io.hourglass.kernel.SupplierId;
import java.util.List;

/**
 * A supplier of the sample marketplace.
 *
 * @param answersInTime the share of inquiries that it answers within the deadline
 */
record SampleSupplier(int number, String name, String category, String product, double answersInTime) {

    static final List<SampleSupplier> ALL = List.of(
            new SampleSupplier(1, "Ningbo Fasteners", "Hardware/Fasteners", "stainless M8 bolts", 0.97),
            new SampleSupplier(2, "Suzhou Bearings", "Hardware/Bearings", "deep groove ball bearings 6204", 0.93),
            new SampleSupplier(3, "Yiwu Packaging", "Packaging/Boxes", "corrugated mailer boxes", 0.9),
            new SampleSupplier(4, "Foshan Ceramics", "Building/Tiles", "porcelain floor tiles 60 x 60", 0.86),
            new SampleSupplier(5, "Shenzhen LED", "Electrical/Lighting", "LED strip lights IP65", 0.82),
            new SampleSupplier(6, "Qingdao Textiles", "Textiles/Towels", "hotel bath towels", 0.79),
            new SampleSupplier(7, "Wenzhou Valves", "Hardware/Valves", "brass ball valves DN25", 0.72),
            new SampleSupplier(8, "Dongguan Plastics", "Plastics/Moulding", "injection-moulded enclosures", 0.64),
            new SampleSupplier(9, "Xiamen Stone", "Building/Stone", "granite kitchen tops", 0.55),
            new SampleSupplier(10, "Hangzhou Silk", "Textiles/Silk", "silk pillowcases", 0.45),
            new SampleSupplier(11, "Tianjin Bikes", "Vehicles/Bicycles", "electric city bicycles", 0.3),
            new SampleSupplier(12, "Chengdu Tea", "Food/Tea", "jasmine tea in bulk", 0.12));

    SupplierId id() {
        return new SupplierId(String.format("sample-supplier-%02d", number));
    }

    String displayName() {
        return name + " (sample)";
    }
}
