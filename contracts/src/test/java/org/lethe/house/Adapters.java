package org.lethe.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** An adapter is told by its name: that of its port, with what it adapts in front. */
final class Adapters {

    private static final List<String> TECHNOLOGIES =
            List.of("Redis", "Kafka", "Smtp", "Dns", "MaxMind", "Asn", "Directory");

    private Adapters() {}

    static DescribedPredicate<JavaClass> adapters() {
        return describe("are adapters", type -> hasPort(type) || isNamedAfterTechnology(type));
    }

    private static boolean hasPort(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .filter(port -> !Floors.module(port).isEmpty())
                .anyMatch(port ->
                        type.getSimpleName().endsWith(port.getSimpleName())
                                && !type.getSimpleName().equals(port.getSimpleName()));
    }

    private static boolean isNamedAfterTechnology(JavaClass type) {
        return TECHNOLOGIES.stream().anyMatch(type.getSimpleName()::startsWith);
    }
}
