/** What controllers are told of their requests: kept until it is delivered or given up. */
@NullMarked
package org.lethe.gdpr.notice;

import org.jspecify.annotations.NullMarked;
