// Starts Swagger UI. Reading only: nothing is tried out, no validator is asked, no other address is known.
{
  const place = document.getElementById("swagger-ui");
  SwaggerUIBundle({
    domNode: place,
    url: place.dataset.document,
    supportedSubmitMethods: [],
    validatorUrl: null,
    deepLinking: true,
    docExpansion: "list",
  });
}
