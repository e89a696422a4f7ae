Component({ properties: { text: String } });
