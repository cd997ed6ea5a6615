-- Schema 3: indices that lists of a million engagements need, for the order of places, and for whom an organisation's people met.

CREATE INDEX engagement_place ON engagement (place, x_first_day, x_minute);
CREATE INDEX participation_post_of_day ON participation (x_post, contact, x_day, engagement, side, x_counts) WHERE x_post IS NOT NULL;
