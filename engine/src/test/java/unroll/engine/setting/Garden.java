package unroll.engine.setting;

/** Settings made up for tests, with a component of every type. */
record Garden(
        @Setting(label = "Name", help = "What the gate says.")
        String name,

        @Setting(label = "Beds", help = "How many beds.", initial = "3", min = 1, max = 8)
        int beds,

        @Setting(label = "Seed", help = "Any whole number.", initial = "-7")
        long seed,

        @Setting(label = "Rain", help = "Litres a day.", initial = "0.5", min = 0)
        double rain,

        @Setting(label = "Fenced", help = "Whether it has a fence.", initial = "true")
        boolean fenced,

        @Setting(label = "Season", help = "When it blooms.", initial = "late-summer")
        Season season,

        @Setting(label = "Water", help = "Water over the days.", initial = "0: 1, 10: 2.5", min = 0, max = 5)
        Schedule water,

        @Setting(label = "Shed", help = "Its shed.") Shed shed,

        @Setting(label = "Tree", help = "Its tree.", initial = "apple")
        Tree tree) {

    enum Season {
        SPRING,
        LATE_SUMMER
    }

    record Shed(
            @Setting(label = "Width", help = "In metres.", initial = "2", min = 1, max = 9)
            double width,

            @Setting(label = "Depth", help = "In metres.", initial = "2", min = 1, max = 9)
            double depth) {
        Shed {
            if (width * depth > 20) {
                throw new SettingsException("", "the shed is larger than 20 square metres");
            }
        }
    }

    sealed interface Tree permits Apple, Pear {}

    @Kind(name = "apple", label = "Apple", help = "An apple tree.")
    record Apple(
            @Setting(label = "Height", help = "In metres.", initial = "4", min = 1, max = 10)
            int height) implements Tree {}

    @Kind(name = "pear", label = "Pear", help = "A pear tree.")
    record Pear(
            @Setting(label = "Branches", help = "How many.", initial = "5", min = 0)
            int branches) implements Tree {}

    static Garden initial() {
        return Schema.of(Garden.class).initial();
    }
}
