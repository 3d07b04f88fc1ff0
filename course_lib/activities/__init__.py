"""One class for each kind of activity, its view (``.js``) beside it. The only interaction."""
