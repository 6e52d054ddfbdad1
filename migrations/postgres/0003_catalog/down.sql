DROP TABLE assets;
DROP TABLE components;
DROP TABLE information_systems;
DROP TABLE services;
