"""What is known and how surely: claims, grades, sources, the drawer, glossary and help."""
