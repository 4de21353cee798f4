// Starts Swagger UI.
window.ui = SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#swagger-ui",
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  docExpansion: "none",
  defaultModelsExpandDepth: -1,
  displayRequestDuration: true,
  filter: true,
  tryItOutEnabled: true,
  // By default, a badge comes from another host.
  validatorUrl: null,
  // With credentials of its own, a browser would answer a 401 with a dialog in place of the response.
  requestInterceptor: (request) => ({ ...request, credentials: "omit" }),
});
