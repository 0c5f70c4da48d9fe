package org.lethe.presence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.lethe.house.HouseRules;

@AnalyzeClasses(
        packages = "org.lethe.presence",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule onlyEnrichmentKnowsTheGeoLibraries =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.lethe.presence.enrichment..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.maxmind..", "ua_parser..");
}
