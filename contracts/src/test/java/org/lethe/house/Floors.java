package org.lethe.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which module stands on which: no arrow leads up, and none from one service to another. */
final class Floors {

    private static final Set<String> SERVICES = Set.of("chat", "presence", "mail", "file", "gdpr");

    static final String[] OF_SERVICES =
            SERVICES.stream().map(service -> "org.lethe." + service + "..").toArray(String[]::new);

    /** The modules that are built of ports and adapters. */
    static final String[] ADAPTING =
            Stream.concat(Stream.of(OF_SERVICES), Stream.of("org.lethe.runtime.."))
                    .toArray(String[]::new);

    /** What runs where visitors are; the others start it here, attack it and measure it. */
    static final String[] SHIPPED =
            Stream.concat(
                            Stream.of(ADAPTING),
                            Stream.of("org.lethe.contracts..", "org.lethe.privacy.."))
                    .toArray(String[]::new);

    private static final Map<String, Set<String>> BELOW = below();

    private Floors() {}

    /** The module of a class, by the third part of its package's name. */
    static String module(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", 4);
        return parts.length > 2 && type.getPackageName().startsWith("org.lethe.") ? parts[2] : "";
    }

    static ArchCondition<JavaClass> importOnlyFromBelow() {
        return new ArchCondition<>("import from their own module and those below alone") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String target = module(dependency.getTargetClass().getBaseComponentType());
                    if (!target.isEmpty() && !mayImport(module(type), target)) {
                        events.add(
                                SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean mayImport(String module, String other) {
        return module.equals(other) || BELOW.getOrDefault(module, Set.of()).contains(other);
    }

    private static Map<String, Set<String>> below() {
        Map<String, Set<String>> below = new HashMap<>();
        below.put("privacy", Set.of("contracts"));
        below.put("stack", Set.of("contracts", "privacy"));
        below.put("runtime", Set.of("contracts", "privacy"));
        below.put("acceptance", Set.of("contracts", "privacy", "stack"));
        below.put("bench", Set.of("contracts", "privacy", "stack", "acceptance"));
        SERVICES.forEach(service -> below.put(service, Set.of("contracts", "privacy", "runtime")));
        return below;
    }
}
