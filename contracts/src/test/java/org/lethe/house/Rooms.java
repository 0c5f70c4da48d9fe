package org.lethe.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;

/** A module's packages: one a feature, told apart by the fourth part of its name. */
final class Rooms {

    private static final int DEPTH = 4;

    private Rooms() {}

    /** A package is one room with those below it; the module's root package is one of its own. */
    static SliceAssignment rooms() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                if (!type.getPackageName().startsWith("org.lethe.")) {
                    return SliceIdentifier.ignore();
                }
                String[] parts = type.getPackageName().split("\\.");
                return SliceIdentifier.of(
                        String.join(
                                ".",
                                java.util.Arrays.copyOf(parts, Math.min(parts.length, DEPTH))));
            }

            @Override
            public String getDescription() {
                return "the rooms of a module";
            }
        };
    }

    /** Each package says in a package-info what it is for. */
    static ArchCondition<JavaClass> resideInADescribedPackage() {
        return new ArchCondition<>("reside in a package with a package-info") {
            private final Set<String> silent = new TreeSet<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().tryGetPackageInfo().isPresent()
                        && silent.add(type.getPackageName())) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getPackageName() + " has no package-info"));
                }
            }
        };
    }
}
