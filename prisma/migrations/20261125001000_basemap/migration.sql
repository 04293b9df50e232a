-- The layers of a town's base map, as its city folder gave them: water, parks, streets. Kept here and not in a folder, so
-- that every web process draws the same map. GeoJSON, compressed with gzip.
CREATE TABLE basemap_layer (
  name        text PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  -- The order of the city folder: the first layer is drawn first.
  position    integer NOT NULL,
  features    bytea NOT NULL,
  -- Of the GeoJSON before compression: drawn tiles are kept by it.
  sha256      text NOT NULL CHECK (length(sha256) = 64)
);
