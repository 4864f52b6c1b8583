package io.hourglass.replay;

import io.hourglass.kernel.ids.SupplierId;
import io.hourglass.market.profiles.SupplierProfile;
import java.util.List;

/**
 * A supplier of the sample marketplace.
 *
 * @param category of the inquiries that it gets
 * @param alsoIn a category that it deals in as well
 * @param products in English and Chinese
 * @param answersInTime the share of inquiries that it answers within the deadline
 */
record SampleSupplier(
        int number,
        String name,
        String category,
        String alsoIn,
        String product,
        String products,
        double answersInTime) {

    static final List<SampleSupplier> ALL = List.of(
            of(1, "Ningbo Fasteners", "Hardware/Fasteners", "Hardware/Valves", "stainless M8 bolts", "不锈钢螺栓", 0.97),
            of(
                    2,
                    "Suzhou Bearings",
                    "Hardware/Bearings",
                    "Vehicles/Bicycles",
                    "deep groove ball bearings 6204",
                    "深沟球轴承",
                    0.93),
            of(3, "Yiwu Packaging", "Packaging/Boxes", "Food/Tea", "corrugated mailer boxes", "瓦楞纸箱 茶叶盒", 0.9),
            of(4, "Foshan Ceramics", "Building/Tiles", "Building/Stone", "porcelain floor tiles 60 x 60", "瓷砖", 0.86),
            of(
                    5,
                    "Shenzhen LED",
                    "Electrical/Lighting",
                    "Vehicles/Bicycles",
                    "LED strip lights IP65",
                    "LED灯带 自行车灯",
                    0.82),
            of(6, "Qingdao Textiles", "Textiles/Towels", "Textiles/Silk", "hotel bath towels", "酒店浴巾", 0.79),
            of(7, "Wenzhou Valves", "Hardware/Valves", "Hardware/Fasteners", "brass ball valves DN25", "黄铜球阀", 0.72),
            of(
                    8,
                    "Dongguan Plastics",
                    "Plastics/Moulding",
                    "Packaging/Boxes",
                    "injection-moulded enclosures",
                    "注塑外壳",
                    0.64),
            of(9, "Xiamen Stone", "Building/Stone", "Building/Tiles", "granite kitchen tops", "花岗岩台面", 0.55),
            of(10, "Hangzhou Silk", "Textiles/Silk", "Food/Tea", "silk pillowcases", "真丝枕套 龙井茶", 0.45),
            of(11, "Tianjin Bikes", "Vehicles/Bicycles", "Vehicles/Scooters", "electric city bicycles", "电动自行车", 0.3),
            of(12, "Chengdu Tea", "Food/Tea", "Food/Spices", "jasmine tea in bulk", "茉莉花茶", 0.12));

    private static SampleSupplier of(
            int number,
            String name,
            String category,
            String alsoIn,
            String product,
            String chinese,
            double answersInTime) {
        return new SampleSupplier(number, name, category, alsoIn, product, product + ", " + chinese, answersInTime);
    }

    SupplierId id() {
        return new SupplierId(String.format("sample-supplier-%02d", number));
    }

    SupplierProfile profile() {
        return new SupplierProfile(name + " (sample)", null, null, false, List.of(category, alsoIn), products);
    }
}
